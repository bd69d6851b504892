package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageNameTest {

    @Test
    void comparesWithoutCaseAndBoundarySlashes() {
        assertThat(PageName.of("/A/b/")).isEqualTo(PageName.of("a/B"));
        assertThat(PageName.of("//a").toString()).isEqualTo("/a");
        assertThat(PageName.of("/").toString()).isEmpty();
        assertThat(PageName.of(" padded ")).isNotEqualTo(PageName.of("padded"));
    }

    @Test
    void comparesComposedCharacters() {
        assertThat(PageName.of("Cafe\u0301")).isEqualTo(PageName.of("CAFÉ"));
    }

    @Test
    void doesNotAskTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(PageName.of("TITLE").toString()).isEqualTo("title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findsTheNamespacesOfATitle() {
        assertThat(PageName.parents("A/B/C")).containsExactly("A/B", "A");
        assertThat(PageName.parents("a//b")).containsExactly("a");
        assertThat(PageName.parents("/lead")).isEmpty();
        assertThat(PageName.parents("trail/")).isEmpty();
        assertThat(PageName.parents("a / b")).containsExactly("a");
        assertThat(PageName.parents("plain")).isEmpty();
    }

    @Test
    void splitsNoPathsAndAddresses() {
        assertThat(PageName.parents("../x/y")).isEmpty();
        assertThat(PageName.parents("./x/y")).isEmpty();
        assertThat(PageName.parents("https://e.org/a")).isEmpty();
        assertThat(PageName.parents("a [[b/c]] d")).isEmpty();
        assertThat(PageName.parents("mail:x/y")).containsExactly("mail:x");
    }
}
