package io.github.logseqls.cli;

import io.github.logseqls.cli.report.GithubReport;
import io.github.logseqls.cli.report.JsonLinesReport;
import io.github.logseqls.cli.report.JunitReport;
import io.github.logseqls.cli.report.Report;
import io.github.logseqls.cli.report.SarifReport;
import io.github.logseqls.cli.report.TextReport;
import io.github.logseqls.server.Version;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** In which format findings are told, by the name of the option's value. */
enum ReportFormat {
    text,
    json,
    sarif,
    github,
    junit;

    Report report(PrintWriter out, Ansi colours) {
        return switch (this) {
            case text -> new TextReport(out, colours);
            case json -> new JsonLinesReport(out);
            case sarif -> new SarifReport(out, Version.current());
            case github -> new GithubReport(out);
            case junit -> new JunitReport(out);
        };
    }
}
