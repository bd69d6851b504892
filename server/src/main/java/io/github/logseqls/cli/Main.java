package io.github.logseqls.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** Where the process begins. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // What editors start does not wait for the command line, which takes as long to set up as the server itself.
        if (args.length == 0 || (args.length == 1 && args[0].equals(Stdio.NAME))) {
            Stdio.serve(false);
        } else {
            // Not System.out, which tells nobody that writing failed.
            System.exit(LogseqLs.commandLine(new FileOutputStream(FileDescriptor.out))
                    .execute(args));
        }
    }
}
