package org.citebot.citation;

import java.util.Optional;
import org.citebot.citation.Support.Unsupported;

/** Something that speaks against a sentence although its words are there. A function of its argument. */
interface Rule {

    /** What speaks against it; nothing if nothing does. */
    Optional<Unsupported> objection(Alignment alignment);
}
