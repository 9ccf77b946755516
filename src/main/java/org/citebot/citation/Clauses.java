package org.citebot.citation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.citebot.citation.TermReader.Token;

/** Which clause each word of a text is in: what follows "but" or "while", and what stands between ", who" and a comma, is one of its own. */
final class Clauses {

    private static final Pattern END = Pattern.compile("[;:.!?—]");
    private static final Set<String> OPENERS = Set.of(
            "but", "while", "whereas", "although", "though", "if", "unless", "because", "when", "но", "але", "ale");
    private static final Set<String> RELATIVES = Set.of("who", "which", "whose", "including");

    private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they");

    private final int[] clauses;

    /**
     * @param tokens the words and numbers, in order
     * @param verb whether one looks like a verb
     * @param small whether one is a function word
     */
    Clauses(String text, List<Token> tokens, IntPredicate verb, IntPredicate small) {
        clauses = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        int current = 0;
        int last = 0;
        int begin = 0;
        for (int i = 1; i < clauses.length; i++) {
            Token token = tokens.get(i);
            String gap = gap(text, tokens, i);
            boolean comma = gap.contains(",");
            if (END.matcher(gap).find()
                    || OPENERS.contains(token.lower())
                    || (token.lower().equals("and") && joinsClauses(tokens, text, begin, i, verb, small))) {
                open.clear();
                current = ++last;
                begin = i;
            } else if (comma && (RELATIVES.contains(token.lower()) || isParticiple(token.lower()))) {
                open.push(current);
                current = ++last;
            } else if (comma && !open.isEmpty()) {
                current = open.pop();
            }
            clauses[i] = current;
        }
    }

    int of(int token) {
        return clauses[token];
    }

    /** What stands between a word and the one before; nothing where a sign of currency has been put behind its number. */
    private static String gap(String text, List<Token> tokens, int index) {
        int from = tokens.get(index - 1).span().end();
        return text.substring(from, Math.max(from, tokens.get(index).span().start()));
    }

    private static boolean isParticiple(String word) {
        return word.length() > 5 && word.endsWith("ing") && !word.equals("according") && !word.equals("saying");
    }

    /** Whether a verb stands before the "and", and behind it a subject with a verb of its own. */
    private static boolean joinsClauses(
            List<Token> tokens, String text, int begin, int and, IntPredicate verb, IntPredicate small) {
        boolean before = false;
        for (int i = begin; i < and; i++) {
            before |= verb.test(i);
        }
        boolean subject = false;
        for (int i = and + 1; before && i < tokens.size(); i++) {
            String gap = gap(text, tokens, i);
            String lower = tokens.get(i).lower();
            if (gap.contains(",") || END.matcher(gap).find() || lower.equals("and") || OPENERS.contains(lower)) {
                return false;
            }
            if (verb.test(i)) {
                return subject;
            }
            subject |= !small.test(i) || PRONOUNS.contains(lower);
        }
        return false;
    }
}
