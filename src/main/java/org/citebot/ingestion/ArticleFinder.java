package org.citebot.ingestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds a page's article. First everything goes that never is article: scripts, navigation, what
 * is named after comments, sharing, advertising. Then the element wins around which running text is densest, as in
 * Mozilla's Readability (every paragraph counts for its parent, and half for its grandparent, less the share of links);
 * an element that the page itself calls the article is preferred if it holds most of the winner's text.
 */
final class ArticleFinder {

    private static final String NEVER_ARTICLE =
            "script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, button, input, select,"
                    + " textarea, label, nav, aside, footer, dialog, menu, [hidden], [aria-hidden=true],"
                    + " [style~=(?i)display:\\s*none], [role=navigation], [role=complementary], [role=contentinfo],"
                    + " [role=dialog], [role=search], [role=banner]";

    private static final Pattern NAMED_FURNITURE = Pattern.compile(
            "(?:^|[\\s_-])(?:ad|ads|adv|advert\\w*|advertisement|banner|breadcrumbs?|comments?|comment-?list|commentlist|"
                    + "cookies?|disqus\\w*|footer|jp-relatedposts|masthead|menu|modal|nav|navbar|navigation|newsletter\\w*|"
                    + "outbrain|pager|pagination|popup|print|promo\\w*|recommend\\w*|related\\w*|respond|share\\w*|"
                    + "sharedaddy|sharing|sidebar\\w*|similar\\w*|social\\w*|sponsor\\w*|subscri\\w*|taboola\\w*|tags?|taglist|"
                    + "tagcloud|teasers|teaser-?(?:list|box)|toolbar|widgets?|author-?(?:box|bio|info)|about-?author|bio|byline|post-?meta|"
                    + "entry-?meta|entry-?footer|article-?meta|meta|post-?nav\\w*|read-?more|more-?(?:articles|posts|news)|"
                    + "likes|likebox|rating\\w*|feedback|copyright|screen-reader-text|visually-hidden|sr-only|noprint|"
                    + "skip-?link|login|signup|donate\\w*|poll|search\\w*|(?:article-?)?most-?(?:viewed|read|popular)\\w*|kommentare?|komentarze|tagi|polecane|powiazane|reklama|podobne)"
                    + "(?=$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);

    /** What the page itself calls its article, the surest first. */
    private static final List<String> NAMED_ARTICLE = List.of(
            "[itemprop=articleBody]",
            ".article-body, .article__body, .articleBody, .article-content, .article__content, .article-text,"
                    + " .entry-content, .post-content, .post-body, .post__content, .story-body, .story-content,"
                    + " .td-post-content, .single-content, .field-name-body, .post-entry, #article-body",
            "article",
            "main, [role=main]");

    private static final String CERTAIN_ARTICLE = "h1, main, " + NAMED_ARTICLE.get(0) + ", " + NAMED_ARTICLE.get(1);

    private static final double SHARE_OF_WINNER = 0.7;

    private static final double AS_PURE = 0.9;

    /** An element with more than this share of the page's text is the page, however it is named. */
    private static final double SHARE_OF_PAGE = 0.4;

    private ArticleFinder() {}

    /** Removes furniture from the page and returns the element of the article; the whole body if there is none. */
    static Element find(Document page) {
        Element body = page.body();
        removeComments(body);
        unwrapPageForm(body);
        body.select(NEVER_ARTICLE).remove();
        removeNamedFurniture(body);
        ProseMeter prose = new ProseMeter(body);
        Element densest = densest(prose);
        if (densest == null) {
            return body;
        }
        int enough = (int) (SHARE_OF_WINNER * prose.lengthIn(densest));
        for (String selector : NAMED_ARTICLE) {
            for (Element named : body.select(selector)) {
                if (prose.lengthIn(named) >= enough && (named.equals(densest) || isRelated(named, densest))) {
                    return named;
                }
            }
        }
        return widened(densest, body, prose);
    }

    /** An article may be laid out in several boxes: the one around them is taken while it is as purely prose. */
    private static Element widened(Element densest, Element body, ProseMeter prose) {
        Element widest = densest;
        Element parent = densest.parent();
        while (parent != null && !parent.equals(body) && purity(parent, prose) >= AS_PURE * purity(widest, prose)) {
            widest = parent;
            parent = parent.parent();
        }
        return widest;
    }

    private static double purity(Element element, ProseMeter prose) {
        return (double) prose.lengthIn(element) / Math.max(1, element.text().length());
    }

    /** Names are careless ("content-with-sidebar"): what holds the article, or most of the page, is no furniture. */
    private static boolean holdsArticle(Element element, ProseMeter prose, int whole) {
        return prose.lengthIn(element) >= SHARE_OF_PAGE * whole || element.selectFirst(CERTAIN_ARTICLE) != null;
    }

    private static boolean isRelated(Element one, Element other) {
        return one.parents().contains(other) || other.parents().contains(one);
    }

    private static void removeComments(Element body) {
        body.filter((node, depth) ->
                node instanceof Comment ? NodeFilter.FilterResult.REMOVE : NodeFilter.FilterResult.CONTINUE);
    }

    /** Some servers wrap the whole page in one form: such a form is opened, every other one removed. */
    private static void unwrapPageForm(Element body) {
        int whole = body.text().length();
        for (Element form : body.select("form")) {
            if (form.text().length() > SHARE_OF_PAGE * whole) {
                form.unwrap();
            } else {
                form.remove();
            }
        }
    }

    private static void removeNamedFurniture(Element body) {
        ProseMeter prose = new ProseMeter(body);
        int whole = Math.max(1, prose.lengthIn(body));
        List<Element> named = new ArrayList<>();
        for (Element element : body.select("[class], [id]")) {
            if (!element.is("body, article, main, p, h1, a, span, em, strong")
                    && NAMED_FURNITURE
                            .matcher(element.className() + " " + element.id())
                            .find()
                    && !holdsArticle(element, prose, whole)) {
                named.add(element);
            }
        }
        named.forEach(Node::remove);
        for (Element header : body.select("header")) {
            if (!holdsArticle(header, prose, whole)) {
                header.remove();
            }
        }
    }

    private static @Nullable Element densest(ProseMeter prose) {
        Map<Element, Double> scores = new HashMap<>();
        prose.blocks().forEach((block, words) -> {
            // Words right in a division beside its paragraphs speak for it, a paragraph's words for its parent.
            Element container = holdsBlocks(block) ? block : block.parent();
            if (words.isParagraph() && container != null) {
                scores.merge(container, words.score(), Double::sum);
                if (container.parent() != null) {
                    scores.merge(container.parent(), words.score() / 2, Double::sum);
                }
            }
        });
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static boolean holdsBlocks(Element element) {
        return element.children().stream().anyMatch(child -> child.isBlock() || child.nameIs("br"));
    }
}
