package io.github.logseqls.completion;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Target;
import java.util.List;

/** The files that a link may lead to, from where its page lies. */
final class AddressCandidates {

    private AddressCandidates() {}

    static ImmutableList<Candidate> of(Writing writing, Typed.Address typed) {
        String query = typed.query().replaceFirst("^(?:\\.\\./|\\./)+", "");
        String up = "../".repeat((int)
                writing.page().path().path().chars().filter(c -> c == '/').count());
        List<PagePath> assets = Fitting.in(writing.index().vocabulary().assets(), query, PagePath::path);
        return assets.stream()
                .filter(asset -> CharMatcher.anyOf("()%").matchesNoneOf(asset.path()))
                .map(asset -> Candidate.of(
                        Kind.FILE,
                        last(asset),
                        asset.path(),
                        up + asset.path().replace(" ", "%20") + ")",
                        new About.OfTarget(new Target.OfFile(asset))))
                .collect(ImmutableList.toImmutableList());
    }

    private static String last(PagePath path) {
        return Lists.reverse(List.of(path.path().split("/"))).get(0);
    }
}
