package io.github.logseqls.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In these pages {@code A} stands for an id, and {@code |} for a line end. */
class LossesTest {

    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '!',
            value = {
                "- a|  id:: A ; ",
                "- a ((A)) b, [[x]]((A)), [l](((A))), {{embed ((A))}} ; ",
                "- a|  k:: v|  text|  id:: A ; ID IN_LATER_GROUP id:: A",
                "- a|  k:: v|  text|  l:: w ; PROPERTY IN_LATER_GROUP l:: w",
                "- a|  k:: v||  id:: A ; ID IN_LATER_GROUP id:: A",
                "- a|  k:: 1|  k:: 2 ; PROPERTY OVERRIDDEN k:: 1",
                "- a|  custom-id:: A|  id:: A ; ID OVERRIDDEN custom-id:: A",
                "- a|  x(y):: 1 ; PROPERTY INVALID_KEY x(y):: 1",
                "- a|  id::A ; ID NO_SPACE id::A",
                "- a|  id::\tA ; ID NO_SPACE id::\tA",
                "- a|  id::\u00a0A ; ID NO_SPACE id::\u00a0A",
                "- a|  id: A ; ID ONE_COLON id: A",
                "- a id:: A ; ID MID_LINE id:: A",
                "- a|  ID: A ; ID ONE_COLON ID: A",
                "- a|  Custom_Id::A ; ID NO_SPACE Custom_Id::A",
                "- a grid: A ; ",
                "- a my-id: A ; ",
                "- a|  id:: no id ; ",
                "- ```|  id:: A|  ``` ; ID IN_CODE id:: A",
                "- <div>|  id:: A|  </div> ; ID IN_HTML id:: A",
                "- $$|  id:: A|  $$ ; ID IN_MATH id:: A",
                "- a|  #+BEGIN_NOTE|  id:: A|  #+END_NOTE ; ID IN_BEGIN id:: A",
                "- a|  * item|  id:: A ; ID IN_LIST id:: A",
                "- a|  > quote|  > id:: A ; ID IN_QUOTE id:: A",
                "- a|  :LOGBOOK:|  id:: A|  :END: ; ID IN_DRAWER id:: A",
                "- a|  ```|- b|\t- c|  ``` ; BULLET IN_CODE -, BULLET IN_CODE -",
                "- $$ x|- b $$ ; BULLET IN_MATH -",
                "- a|  <!--|- b --> ; BULLET IN_COMMENT -",
                "- a|  #+title: New ; DIRECTIVE HOISTED #+title: New",
                "#+title: New ; ",
                "- a x((A)) ; BLOCK_REF GLUED ((A))",
                "- 「((A))」 ; BLOCK_REF GLUED ((A))",
                "- a **((A))** ; BLOCK_REF IN_EMPHASIS ((A))",
                "- a (((A))) ; BLOCK_REF IN_PARENTHESES ((A))",
                "- a `((A))` ; BLOCK_REF IN_CODE ((A))",
                "- a $((A))$ ; BLOCK_REF IN_MATH ((A))",
                "- a {{query ((A))}} ; BLOCK_REF IN_MACRO ((A))",
                "- a [((A))](x) ; BLOCK_REF IN_LINK ((A))",
                "- a #t((A)) ; BLOCK_REF IN_TAG ((A))",
                "- a|  ```|  ((A))|  ``` ; BLOCK_REF IN_CODE ((A))",
                "- a|  #+BEGIN_SRC|  ((A))|  #+END_SRC ; BLOCK_REF IN_BEGIN ((A))",
                "- a|  #+BEGIN_NOTE|  x((A))|  #+END_NOTE ; BLOCK_REF GLUED ((A))",
                "- a|  k:: v|  b|  l:: ((A)) ; PROPERTY IN_LATER_GROUP l:: ((A)), BLOCK_REF IN_LATER_GROUP ((A))",
                "- a|  k:: \"((A))\" ; BLOCK_REF IN_VALUE ((A))",
                "- a|  k:: x((A)) ; BLOCK_REF GLUED ((A))",
                "- a|  k:: v|  #+l: ((A)) ; BLOCK_REF IN_VALUE ((A))",
                "- a|  > ```|  > ((A))|  > ``` ; BLOCK_REF IN_CODE ((A))",
                "- a|  * <b>((A))</b> ; BLOCK_REF IN_HTML ((A))",
                "- a|  > x((A)) ; BLOCK_REF GLUED ((A))",
                "- a|  <2024-01-05 Fri> ((A)) `((A))` ; BLOCK_REF IN_DATES ((A)), BLOCK_REF IN_CODE ((A))",
                "- a|  b <2024-01-05 Fri> {{embed ((A))}} ; BLOCK_REF IN_DATES ((A))",
                "- a|  b|  <2024-01-05 Fri> ((A)) ; ",
                "- <2024-01-05 Fri> ((A)) ; ",
            })
    void saysWhatLogseqLoses(String page, String losses) {
        assertThat(losses(page, Syntax.MARKDOWN)).isEqualTo(losses == null ? "" : losses.replaceAll("\\bA\\b", ID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "* a|:PROPERTIES:|:id: A|:END: ; ",
                "* a|id:: A ; ID NOT_IN_ORG id:: A",
                "* a|b ID: A ; ID NOT_IN_ORG ID: A",
                "* a|x((A)) ; BLOCK_REF GLUED ((A))",
                "* a|#+BEGIN_SRC|** b|#+END_SRC ; BULLET IN_BEGIN **",
            })
    void saysWhatLogseqLosesInOrg(String page, String losses) {
        assertThat(losses(page, Syntax.ORG)).isEqualTo(losses == null ? "" : losses.replaceAll("\\bA\\b", ID));
    }

    private static String losses(String page, Syntax syntax) {
        Text text = Text.of(page.replace('|', '\n').replaceAll("\\bA\\b", ID));
        Outline outline = Outline.parse(text, syntax);
        List<String> losses = new ArrayList<>();
        for (int block = 0; block < outline.size(); block++) {
            outline.losses(block)
                    .forEach(loss -> losses.add(loss.what() + " " + loss.why() + " " + text.slice(loss.span())));
        }
        return String.join(", ", losses);
    }

    @ParameterizedTest
    @EnumSource
    void lossesAreInsideTheirBlock(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            Outline outline = Outline.parse(Text.of(RandomPages.next(random)), syntax);
            for (int block = 0; block < outline.size(); block++) {
                for (Loss loss : outline.losses(block)) {
                    assertThat(outline.span(block).contains(loss.span()))
                            .as("-Dseed=%d, %s of %s", seed, loss, outline.text())
                            .isTrue();
                    assertThat(loss.span().isEmpty()).isFalse();
                }
            }
        }
    }
}
