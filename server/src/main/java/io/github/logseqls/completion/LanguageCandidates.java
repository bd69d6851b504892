package io.github.logseqls.completion;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import java.util.List;

/** The languages of code. Code that nothing closes is closed with it. */
final class LanguageCandidates {

    private static final ImmutableList<String> LANGUAGES = ImmutableList.copyOf(Splitter.on(' ')
            .split(
                    "bash c calc clojure cpp csharp css csv dart diff dockerfile edn elixir elm erlang fsharp go graphql groovy"
                            + " haskell html ini java javascript json julia kotlin latex lisp lua makefile markdown mermaid nim nix"
                            + " ocaml octave perl php plaintext powershell prolog python r ruby rust scala scheme shell sql swift"
                            + " toml typescript vim xml yaml zig"));

    private LanguageCandidates() {}

    static ImmutableList<Candidate> of(Writing writing, Typed.Language typed) {
        boolean isClosed = isClosed(writing, typed);
        Below below = Below.of(writing, typed.whole().start());
        List<Candidate> all = LANGUAGES.stream()
                .map(language -> Candidate.withCaret(
                        Kind.WORD,
                        language,
                        "code",
                        isClosed ? language : below.lines(language, "|", typed.closer()),
                        new About.Nothing()))
                .toList();
        return Fitting.in(all, typed.query());
    }

    private static boolean isClosed(Writing writing, Typed.Language typed) {
        return Trial.of(writing.page(), typed.whole(), typed.opener() + "x").begins(typed.kind());
    }
}
