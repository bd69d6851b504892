package io.github.logseqls.cli.report;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;

/** For GitHub Actions: a command for each finding, which shows it beside its line. */
public final class GithubReport implements Report {

    private final PrintWriter out;

    public GithubReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void add(ImmutableList<ReportedFinding> findings) {
        for (ReportedFinding finding : findings) {
            ReportedFinding.Place place = finding.place();
            // Columns of a place over several lines are refused.
            String columns = place.line() == place.endLine()
                    ? ",col=%d,endColumn=%d".formatted(place.column(), place.endColumn())
                    : "";
            out.print("::%s file=%s,line=%d,endLine=%d%s,title=%s::%s\n"
                    .formatted(
                            command(finding),
                            property(place.path()),
                            place.line(),
                            place.endLine(),
                            columns,
                            property(finding.code()),
                            data(finding.message())));
        }
    }

    @Override
    public void end(Totals totals) {
        // The service counts by itself.
    }

    private static String command(ReportedFinding finding) {
        return switch (finding.severity()) {
            case Error -> "error";
            case Warning -> "warning";
            default -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
