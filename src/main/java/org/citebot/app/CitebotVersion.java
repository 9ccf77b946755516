package org.citebot.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest tells. */
final class CitebotVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = CitebotVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Citebot " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
