package io.github.logseqls.graph;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.text.PercentCodes;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the title of a page is written as the name of its file, without folder and extension, and read back (format.md 4.4).
 */
public enum FileNameFormat {
    /** {@code :triple-lowbar}, what new graphs are given: {@code a/b} is {@code a___b}. */
    TRIPLE_LOWBAR {
        @Override
        public String title(String fileBody) {
            String decoded = replaced(CODE, fileBody.replace("___", "/"), FileNameFormat::asciiOf);
            return String.join("/", Splitter.on('/').omitEmptyStrings().split(decoded));
        }

        @Override
        public String fileBody(String title) {
            String body = replaced(CODE, PageName.tidy(title), code -> "%25" + code.substring(1));
            body = replaced(RESERVED, body, PercentCodes::encoded);
            // Else the file would be a hidden one.
            body = body.startsWith(".") ? "%2E" + body.substring(1) : body;
            // Windows reserves these names and drops a dot at the end; a slash at the end is no part of the title.
            body = isDevice(body) || body.endsWith(".") ? body + "/" : body;
            for (String ambiguous : AMBIGUOUS) {
                body = body.replace(ambiguous, ambiguous.replace("_", "%5F"));
            }
            return body.replace("/", "___");
        }
    },
    /** What a graph has whose configuration names no format: {@code a/b} is {@code a%2Fb}, and a dot reads as a slash. */
    LEGACY {
        @Override
        public String title(String fileBody) {
            String title = fileBody.replace('.', '/');
            return PercentCodes.decodedWhole(title).orElse(title);
        }

        @Override
        public String fileBody(String title) {
            String body = replaced(RESERVED_LEGACY, PageName.tidy(title), PercentCodes::encoded);
            // Logseq takes the name as it is here, and fails to make the file on Windows; it reads this one as the same
            // title.
            return isDevice(body) ? PercentCodes.encoded(body.substring(0, 1)) + body.substring(1) : body;
        }
    };

    private static final Pattern CODE = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final Pattern RESERVED = Pattern.compile("[:*?\"<>|#\\\\]");
    private static final Pattern RESERVED_LEGACY = Pattern.compile("[:*?\"<>|#\\\\%/]");
    /** In this order: where an underscore of the title could be taken for a part of a slash. */
    private static final ImmutableSet<String> AMBIGUOUS = ImmutableSet.of("___", "_/", "/_");

    /** Logseq knows these in upper case alone. Windows does not tell cases apart, and the name says the title either way. */
    private static final ImmutableSet<String> DEVICES = ImmutableSet.of(
            "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1",
            "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9");

    /** The title that a file's name says. */
    public abstract String title(String fileBody);

    /** The name that Logseq gives the file of a page. */
    public abstract String fileBody(String title);

    /** Whether the file's name does not say the title, so that the page needs a {@code title} property. */
    public boolean needsTitleProperty(String title) {
        String body = fileBody(title);
        return !title(body).equals(title) || RESERVED.matcher(body).find();
    }

    private static boolean isDevice(String fileBody) {
        return DEVICES.contains(Ascii.toUpperCase(fileBody));
    }

    private static String asciiOf(String code) {
        int value = Integer.parseInt(code.substring(1), 16);
        // Logseq decodes one code at a time, which fails for the parts of a longer character.
        return value < 0x80 ? String.valueOf((char) value) : code;
    }

    private static String replaced(Pattern pattern, String text, UnaryOperator<String> replacement) {
        return pattern.matcher(text)
                .replaceAll((MatchResult match) -> Matcher.quoteReplacement(replacement.apply(match.group())));
    }
}
