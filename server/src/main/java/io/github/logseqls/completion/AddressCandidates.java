package io.github.logseqls.completion;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Target;
import java.util.List;
import java.util.regex.Pattern;

/** The files that a link may lead to, from where its page lies. */
final class AddressCandidates {

    /** In brackets without a label the app shows images of Org; these would be names of pages. */
    private static final Pattern NOT_SHOWN = Pattern.compile("(?i).*\\.(?:pdf|mp4|ogg|webm)");

    private AddressCandidates() {}

    static ImmutableList<Candidate> of(Writing writing, Typed.Address typed) {
        String query = typed.query().replaceFirst("^(?:\\.\\./|\\./)+", "");
        String up = "../".repeat((int)
                writing.page().path().path().chars().filter(c -> c == '/').count());
        List<PagePath> assets = Fitting.in(writing.index().vocabulary().assets(), query, PagePath::path);
        boolean isShown = typed.scheme().isEmpty() && typed.closer().equals("]]");
        return assets.stream()
                .filter(asset -> CharMatcher.anyOf("()[]%").matchesNoneOf(asset.path()))
                .filter(asset -> !isShown || !NOT_SHOWN.matcher(asset.path()).matches())
                .map(asset -> Candidate.of(
                        Kind.FILE,
                        last(asset),
                        asset.path(),
                        typed.scheme() + up + asset.path().replace(" ", "%20") + typed.closer(),
                        new About.OfTarget(new Target.OfFile(asset))))
                .collect(ImmutableList.toImmutableList());
    }

    private static String last(PagePath path) {
        return Lists.reverse(List.of(path.path().split("/"))).get(0);
    }
}
