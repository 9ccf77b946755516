package org.citebot.moderation;

import java.nio.file.Path;
import java.time.Clock;
import org.citebot.corpus.DocumentId;

/** A process that proposes and approves documents, and prints what was approved as it is acknowledged. */
final class ModeratingProcess {

    private ModeratingProcess() {}

    /** @param args the folder of the corpus, the beginning of the titles */
    public static void main(String[] args) {
        Desk desk = Desk.unowned(Path.of(args[0]), Clock.systemUTC());
        DocumentId kept = desk.add(Desk.ANNA, text(args[1], 0));
        for (int i = 1; true; i++) {
            DocumentId added = desk.add(Desk.ANNA, text(args[1], i));
            System.out.println("added " + added);
            int version = ((DecisionResult.Approved) desk.proposals()
                            .replace(
                                    Desk.ANNA,
                                    desk.propose(Desk.ANNA, text(args[1], -i)).id(),
                                    kept))
                    .version();
            System.out.println("replaced " + kept + " " + version);
            desk.documents().remove(Desk.ANNA, added);
            System.out.println("removed " + added);
        }
    }

    private static String text(String title, int number) {
        return title + "x" + number + "\n\nThe document " + title + "x" + number
                + " tells of the river and of nothing else.";
    }
}
