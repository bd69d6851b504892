package io.github.logseqls.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileUrisTest {

    @ParameterizedTest
    @ValueSource(strings = {"/a/b.md", "/with space/100%/#1/?x.md", "/日本語/😀.md", "/a+b&c/[x]{y}.md"})
    void pathsSurviveTheWayToAUriAndBack(String path) {
        Path file = Path.of(path);
        assertThat(FileUris.path(FileUris.uri(file))).contains(file);
        assertThat(FileUris.uri(file)).matches("file:///[\\x21-\\x7e]+");
    }

    @Test
    void spellingsOfEditorsMeanTheSamePath() {
        Path file = Path.of("/日本 語/a.md");
        assertThat(FileUris.path("file:///日本%20語/a.md")).contains(file);
        assertThat(FileUris.path("file:///%E6%97%A5%E6%9C%AC%20%E8%AA%9E/a.md")).contains(file);
        assertThat(FileUris.path("file:///%E6%97%A5%E6%9C%AC%20%E8%AA%9E/x/../a.md"))
                .contains(file);
    }

    @Test
    void whatEditorsLeaveUnencodedIsTaken() {
        assertThat(FileUris.path("file:///x [y] {z}.md")).contains(Path.of("/x [y] {z}.md"));
        assertThat(FileUris.path("file://localhost/a.md")).contains(Path.of("/a.md"));
        assertThat(FileUris.path("file:///a%20b.md")).contains(Path.of("/a b.md"));
        assertThat(FileUris.path("file:///a%41")).contains(Path.of("/aA"));
    }

    @Test
    void drivesAndServersOfWindows() {
        assertThat(FileUris.pathText("file:///c%3A/notes/a.md", true)).contains("c:/notes/a.md");
        assertThat(FileUris.pathText("file:///C:/notes/%E6%97%A5.md", true)).contains("C:/notes/日.md");
        assertThat(FileUris.pathText("file://server/share/a.md", true)).contains("//server/share/a.md");
        assertThat(FileUris.pathText("file://server/share/a.md", false)).isEmpty();
        assertThat(FileUris.pathText("file://server/my%20share/%23%F0%9F%98%80.md", true))
                .contains("//server/my share/#😀.md");
        assertThat(FileUris.pathText("file://wsl%24/Debian/a.md", false)).isEmpty();
        assertThat(FileUris.pathText("file://localhost/c:/notes", true)).contains("c:/notes");
        assertThat(FileUris.pathText("file:///c:", true)).contains("c:/");
        assertThat(FileUris.pathText("file:///C%3A/", true)).contains("C:/");
        assertThat(FileUris.pathText("FILE:///C:/100%25", true)).contains("C:/100%");
        // As old editors write it that name a folder by its path.
        assertThat(FileUris.pathText("file://C:/notes/a b.md", true)).contains("C:/notes/a b.md");
        assertThat(FileUris.pathText("file:///c:x/y", true)).contains("/c:x/y");
        assertThat(FileUris.pathText("file:///c:/notes", false)).contains("/c:/notes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "untitled:Untitled-1",
                "http://example.org/a.md",
                "file:///%ZZ",
                "git:/a?b",
                "::",
                "file:///a%00b.md"
            })
    void whatIsNoFileHasNoPath(String uri) {
        assertThat(FileUris.path(uri)).isEmpty();
    }
}
