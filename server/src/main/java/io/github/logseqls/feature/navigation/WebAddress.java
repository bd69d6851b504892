package io.github.logseqls.feature.navigation;

import com.google.common.base.CharMatcher;
import io.github.logseqls.text.PercentCodes;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that may be opened from notes, which are untrusted: a web page or somebody to write to. Whatever else an address could
 * do on a machine, it cannot from here.
 *
 * @param uri the address as the protocol wants it: ASCII alone
 */
record WebAddress(String uri) {

    private static final Pattern OPENED =
            Pattern.compile("(?:https?://[^/?#\\s]|mailto:[^?#\\s]).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL = Pattern.compile("[^\\s:/?#@<>]+@[^\\s:/?#@<>]+\\.[^\\s:/?#@<>]+");
    /** What a URI holds as it is. */
    private static final CharMatcher PLAIN = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("-._~:/?#[]@!$&'()*+,;=%"))
            .precomputed();

    /** The address as written; empty for one of another kind. */
    static Optional<WebAddress> of(String written) {
        if (CharMatcher.javaIsoControl().matchesAnyOf(written)) {
            return Optional.empty();
        }
        if (EMAIL.matcher(written).matches()) {
            return Optional.of(new WebAddress("mailto:" + encoded(written)));
        }
        return OPENED.matcher(written).matches() ? Optional.of(new WebAddress(encoded(written))) : Optional.empty();
    }

    private static String encoded(String written) {
        StringBuilder uri = new StringBuilder(written.length());
        written.codePoints().forEach(codePoint -> {
            boolean plain = codePoint < 0x80 && PLAIN.matches((char) codePoint);
            String character = Character.toString(codePoint);
            uri.append(plain ? character : PercentCodes.encoded(character));
        });
        return uri.toString();
    }
}
