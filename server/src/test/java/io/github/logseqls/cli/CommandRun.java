package io.github.logseqls.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What the command line answered. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = LogseqLs.commandLine(OutputStream.nullOutputStream())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
