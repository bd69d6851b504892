package io.github.logseqls.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkPathTest {

    @ParameterizedTest
    @CsvSource({
        "../assets/a.png, assets/a.png",
        "assets/a.png, assets/a.png",
        "/assets/a%20b.png, assets/a b.png",
        "../../assets/a.png, assets/a.png",
        "x.md, pages/x.md",
        "./x.md, pages/x.md",
        "../journals/2024_01_05.md, journals/2024_01_05.md",
        "sub/../x.md, pages/x.md",
        "file:../pages/x.org::*Heading, pages/x.org",
        "x.md#part, pages/x.md",
        "../assets/a.pdf#page=3, assets/a.pdf",
        "x.md#v1.2, pages/x.md",
        "x.md#a#b, pages/x.md",
        "c#sharp.md, pages/c#sharp.md",
        "x.1#2.md, pages/x.1#2.md",
        "x.md%23part, pages/x.md#part",
        "x.md#, pages/x.md",
        "../../etc/passwd, ",
        "/etc/passwd, ",
        "file:///etc/passwd, ",
        "https://example.org/x.md, ",
        "mailto:a@b.c, ",
        "..\\\\..\\\\x, ",
        "C:/x.md, ",
        "#heading, ",
        "'', "
    })
    void leadsToAFileOfTheGraphOrNowhere(String address, String path) {
        assertThat(LinkPath.of(new PagePath("pages/a.md"), address).map(PagePath::path))
                .isEqualTo(java.util.Optional.ofNullable(path));
    }
}
