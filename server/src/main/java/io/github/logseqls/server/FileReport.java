package io.github.logseqls.server;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in one file.
 *
 * @param version the editor's number for the content of an open document, else null
 */
record FileReport(String uri, @Nullable Integer version, ImmutableList<Diagnostic> found) {

    /** The {@link #resultId} where nothing was found. */
    static final String SOUND = "sound";

    /** A name for what was found: the same findings in the same places have the same one. */
    String resultId() {
        return found.isEmpty()
                ? SOUND
                : Hashing.farmHashFingerprint64()
                        .hashString(found.toString(), StandardCharsets.UTF_8)
                        .toString();
    }
}
