package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictCopyTest {

    @ParameterizedTest
    @CsvSource({
        "pages/a.sync-conflict-20261101-101010-ABCDEF7.md, pages/a.md",
        "a b.c.sync-conflict-20171101-101010.org, a b.c.org",
        "pages/a (Ann's conflicted copy 2024-01-05).md, pages/a.md",
        "pages/a (conflicted copy 2024-01-05 101010).md, pages/a.md",
        "pages/a (x) (Ann's Mac's conflicted copy 2024-01-05 (1)).md, pages/a (x).md"
    })
    void namesTheOriginal(String copy, String original) {
        assertThat(ConflictCopy.original(new PagePath(copy))).contains(new PagePath(original));
    }

    @Test
    void aCopyOfACopyIsOne() {
        PagePath copy =
                new PagePath("a.sync-conflict-20261101-101010-ABCDEF7.sync-conflict-20261102-101010-ABCDEF7.md");
        assertThat(ConflictCopy.original(copy).flatMap(ConflictCopy::original)).contains(new PagePath("a.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pages/a.md",
                "pages/a 2.md",
                "pages/a-LAPTOP.md",
                "pages/a.sync-conflict-notes.md",
                "pages/a.sync-conflict-20261101-101010-abcdef7.md",
                "pages/.sync-conflict-20261101-101010-ABCDEF7.md",
                "pages/on conflicted copy 2024-01-05.md",
                "pages/a (conflicted copy).md",
                "a.sync-conflict-20261101-101010-ABCDEF7.md/b.md"
            })
    void otherNamesAreNoCopies(String path) {
        assertThat(ConflictCopy.original(new PagePath(path))).isEmpty();
    }
}
