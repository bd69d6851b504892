package io.github.logseqls.cli.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.PrintWriter;
import org.eclipse.lsp4j.DiagnosticSeverity;
import picocli.CommandLine.Help.Ansi;

/** For people: a line for each finding; on a terminal in colours, with the line of the file below it. */
public final class TextReport implements Report {

    private static final int LONGEST_EXCERPT = 100;

    private static final ImmutableSet<Character.UnicodeScript> WIDE = Sets.immutableEnumSet(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL);

    private final PrintWriter out;
    private final Ansi ansi;

    /** A report without a finding, in colours where {@code ansi} says so. */
    public TextReport(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    @Override
    public void add(ImmutableList<ReportedFinding> findings) {
        for (ReportedFinding finding : findings) {
            ReportedFinding.Place place = finding.place();
            String where = "%s:%d:%d:".formatted(place.path(), place.line(), place.column());
            String what = "%s[%s]".formatted(finding.level(), finding.code());
            out.println(styled("bold", where) + " " + styled(color(finding.severity()), what) + " "
                    + Printable.of(finding.message()));
            if (ansi.enabled() && !finding.line().isBlank()) {
                excerpt(place, finding.line());
            }
        }
    }

    @Override
    public void end(Totals totals) {
        out.printf(
                "%s and %s in %s%n",
                count(totals.errors(), "error"), count(totals.warnings(), "warning"), count(totals.pages(), "page"));
    }

    /** The line with carets below the place; long lines are cut around it. */
    private void excerpt(ReportedFinding.Place place, String line) {
        int start = Math.min(place.column() - 1, line.length());
        int from = start < LONGEST_EXCERPT ? 0 : whole(line, start - LONGEST_EXCERPT / 2);
        int to = whole(line, Math.min(line.length(), from + LONGEST_EXCERPT));
        int end = place.endLine() == place.line() ? Math.min(place.endColumn() - 1, to) : to;
        out.println("  " + Printable.ofLine(line.substring(from, to)));
        out.println("  "
                + cells(line.substring(from, Math.min(start, to)), " ")
                + styled(
                        "green",
                        cells(line.substring(start, Math.max(start, end)) + " ", "^")
                                .substring(1)));
    }

    /** As many marks as a text takes cells on a terminal; tabs stay. */
    private static String cells(String text, String mark) {
        StringBuilder cells = new StringBuilder();
        text.codePoints()
                .forEach(character ->
                        cells.append(character == '\t' ? "\t" : isWide(character) ? mark.repeat(2) : mark));
        return cells.toString();
    }

    /** Whether terminals show a character in two cells. */
    private static boolean isWide(int character) {
        boolean isFullWidth = character >= 0xff01 && character <= 0xff60;
        boolean isPicture = character >= 0x1f300 && character <= 0x1faff;
        return isFullWidth || isPicture || WIDE.contains(Character.UnicodeScript.of(character));
    }

    /** An offset that parts no character. */
    private static int whole(String line, int offset) {
        boolean inside = offset > 0 && offset < line.length() && Character.isLowSurrogate(line.charAt(offset));
        return inside ? offset - 1 : offset;
    }

    /** Notes are untrusted: picocli's own markup in a text means nothing. */
    private String styled(String style, String text) {
        String shown = Printable.of(text);
        return ansi.enabled() ? Ansi.Style.on(Ansi.Style.parse(style)) + shown + Ansi.Style.reset.on() : shown;
    }

    private static String color(DiagnosticSeverity severity) {
        return switch (severity) {
            case Error -> "red";
            case Warning -> "yellow";
            default -> "cyan";
        };
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
