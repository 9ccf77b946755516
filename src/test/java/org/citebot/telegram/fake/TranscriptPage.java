package org.citebot.telegram.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What chats showed, as an HTML page of phones side by side, so that a person can look at what users see. A message that
 * was changed stands where it was first sent, as it was in the end; presses, notices and drafts stand where they happened.
 */
public final class TranscriptPage {

    private static final Pattern PRESS = Pattern.compile("(.+) presses \\((\\d+)\\): (.*)", Pattern.DOTALL);
    private static final Pattern DRAFT = Pattern.compile("\\(bot drafts: (.*)\\)", Pattern.DOTALL);
    private static final Pattern NOTICE = Pattern.compile("\\(bot answers \\S+: (.*)\\)", Pattern.DOTALL);

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Citebot on Telegram</title><style>
            body { margin: 0; padding: 18px; display: flex; gap: 18px; background: #fff;
                   font: 14px/1.38 "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
            .phone { width: 356px; border: 1px solid #c9d3da; border-radius: 22px; overflow: hidden; background: #d5e4ee;
                     align-self: flex-start; }
            .bar { background: #527da3; color: #fff; padding: 11px 16px; font-weight: 600; }
            .bar small { display: block; font-weight: 400; opacity: .8; }
            .chat { padding: 10px; }
            .row { display: flex; margin: 6px 0; flex-direction: column; align-items: flex-start; }
            .mine { align-items: flex-end; }
            .bubble { background: #fff; border-radius: 12px; padding: 7px 10px; max-width: 318px; white-space: pre-wrap;
                      overflow-wrap: anywhere; box-shadow: 0 1px 1px #0002; }
            .mine .bubble { background: #e4fdd0; }
            .who, .reply { font-size: 12px; color: #3a75a8; }
            .reply { border-left: 2px solid #3a75a8; padding-left: 6px; margin-bottom: 3px; overflow: hidden;
                     text-overflow: ellipsis; white-space: nowrap; }
            .edited { font-size: 11px; color: #8a98a3; }
            blockquote { margin: 4px 0 0; padding: 4px 8px; border-left: 3px solid #3a75a8; background: #edf4f9;
                         border-radius: 4px; }
            blockquote[expandable] { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical;
                                     overflow: hidden; }
            a { color: #2a6ea8; text-decoration: none; } code { font-family: "DejaVu Sans Mono", monospace; font-size: 13px; }
            .keys { width: 318px; margin-top: 3px; }
            .keys div { display: flex; gap: 3px; margin-bottom: 3px; }
            .keys span { flex: 1; text-align: center; background: #7ba3bfcc; color: #fff; border-radius: 8px; padding: 5px 4px;
                         font-size: 13px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
            .draft { background: #ffffffa8; color: #55636d; border: 1px dashed #9db3c2; box-shadow: none; }
            .note { text-align: center; margin: 6px 20px; font-size: 12px; color: #fff; }
            .note span { background: #0005; border-radius: 10px; padding: 2px 9px; display: inline-block; }
            </style></head><body>
            """;

    private final StringBuilder html = new StringBuilder(HEAD);
    private boolean group;

    /** Adds a phone that shows a chat. */
    public TranscriptPage add(String title, String subtitle, List<TranscriptLine> lines) {
        group = lines.stream()
                .anyMatch(line -> line instanceof TranscriptLine.Said said
                        && said.message().text().startsWith("@"));
        html.append("<div class=\"phone\"><div class=\"bar\">")
                .append(escape(title))
                .append("<small>")
                .append(escape(subtitle))
                .append("</small></div><div class=\"chat\">\n");
        Map<Integer, FakeMessage> last = new LinkedHashMap<>();
        for (TranscriptLine line : lines) {
            if (line instanceof TranscriptLine.Said said) {
                last.put(said.message().id(), said.message());
            }
        }
        List<Integer> shown = new ArrayList<>();
        for (TranscriptLine line : lines) {
            switch (line) {
                case TranscriptLine.Said said -> {
                    if (!shown.contains(said.message().id())) {
                        shown.add(said.message().id());
                        add(last.getOrDefault(said.message().id(), said.message()), said.who(), last);
                    }
                }
                case TranscriptLine.Note note -> add(note.text(), last);
            }
        }
        html.append("</div></div>\n");
        return this;
    }

    public String html() {
        return html + "</body></html>\n";
    }

    private void add(FakeMessage message, String who, Map<Integer, FakeMessage> all) {
        html.append("<div class=\"row").append(message.ofBot() ? "" : " mine").append("\"><div class=\"bubble\">");
        if (group && !message.ofBot() && !who.equals("person")) {
            html.append("<div class=\"who\">").append(escape(who)).append("</div>");
        }
        FakeMessage repliedTo = message.replyTo() == null ? null : all.get(message.replyTo());
        if (repliedTo != null) {
            html.append("<div class=\"reply\">")
                    .append(escape(firstLine(repliedTo.text())))
                    .append("</div>");
        }
        html.append(message.html() == null ? escape(message.text()) : message.html());
        if (message.edited()) {
            html.append(" <span class=\"edited\">edited</span>");
        }
        html.append("</div>");
        if (!message.keyboard().isEmpty()) {
            html.append("<div class=\"keys\">");
            for (List<FakeButton> row : message.keyboard()) {
                html.append("<div>");
                row.forEach(button ->
                        html.append("<span>").append(escape(button.label())).append("</span>"));
                html.append("</div>");
            }
            html.append("</div>");
        }
        html.append("</div>\n");
    }

    private void add(String note, Map<Integer, FakeMessage> all) {
        Matcher draft = DRAFT.matcher(note);
        if (draft.matches()) {
            html.append("<div class=\"row\"><div class=\"bubble draft\">")
                    .append(escape(draft.group(1)))
                    .append("</div></div>\n");
            return;
        }
        Matcher press = PRESS.matcher(note);
        Matcher notice = NOTICE.matcher(note);
        String shown = null;
        if (press.matches()) {
            shown = press.group(1) + " taps " + label(all.get(Integer.valueOf(press.group(2))), press.group(3));
        } else if (notice.matches()) {
            shown = notice.group(1);
        }
        if (shown != null) {
            html.append("<div class=\"note\"><span>").append(escape(shown)).append("</span></div>\n");
        }
    }

    /** What a button is called now; its data where it is there no longer. */
    private static String label(@Nullable FakeMessage message, String data) {
        if (message == null) {
            return data;
        }
        return message.keyboard().stream()
                .flatMap(List::stream)
                .filter(button -> data.equals(button.data()))
                .map(FakeButton::label)
                .findFirst()
                .orElse(data);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
