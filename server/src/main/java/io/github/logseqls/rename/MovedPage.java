package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.FileNameFormat;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.text.Edit;
import java.util.Optional;

/**
 * The file of a page that gets another title.
 *
 * @param to where it is then; where it was if its name never said the title
 * @param edits what the page needs besides the new names in it
 */
record MovedPage(PagePath from, PagePath to, ImmutableList<Edit> edits) {

    /** The file of a page, named as the graph names its files; in the folder in which it lies. */
    static MovedPage of(Page page, String title) {
        PagePath to = isNamedByFile(page) ? path(page, title) : page.path();
        return to(page, title, to);
    }

    /** The same where no file can get another name: the page says its title itself. */
    static MovedPage inPlace(Page page, String title) {
        if (page.config().journals().parse(title).isPresent()) {
            throw new Refusal("The editor renames no files, and that of a journal says its day: rename it elsewhere.");
        }
        return to(page, title, page.path());
    }

    /** The same where somebody else has told where the file goes. */
    static MovedPage to(Page page, String title, PagePath to) {
        boolean isSaid = new Page(to, page.outline(), page.config()).fileTitle().equals(title);
        if (page.ownTitle().filter(own -> !own.isBlank()).isEmpty()) {
            return new MovedPage(
                    page.path(), to, isSaid ? ImmutableList.of() : ImmutableList.of(TitleLine.added(page, title)));
        }
        boolean goes = isSaid && isNeeded(page);
        return new MovedPage(page.path(), to, goes ? TitleLine.removed(page) : ImmutableList.of());
    }

    boolean isMoved() {
        return !from.equals(to);
    }

    /** Whether the file has the name that the page's title gives it, so far as a name can say it. */
    static boolean isNamedByFile(Page page) {
        return PageName.of(page.fileTitle()).equals(PageName.of(page.title()))
                || page.path().baseName().equals(body(page.title(), page.config()));
    }

    /** Whether the title has to be written in the page, since the name of its file cannot say it. */
    private static boolean isNeeded(Page page) {
        return page.path().baseName().equals(body(page.title(), page.config()))
                && !page.fileTitle().equals(page.title());
    }

    private static PagePath path(Page page, String title) {
        PagePath kept = withBody(page.path(), keptBody(page, title));
        return new Page(kept, page.outline(), page.config()).fileTitle().equals(title)
                ? kept
                : withBody(page.path(), body(title, page.config()));
    }

    /** With the end of the file's name, where the pages above are the only ones that are called otherwise. */
    private static String keptBody(Page page, String title) {
        String before = page.title();
        String name = page.path().baseName();
        FileNameFormat format = page.config().fileNameFormat();
        for (int slash = before.indexOf('/'); slash >= 0; slash = before.indexOf('/', slash + 1)) {
            String above = format.fileBody(before.substring(0, slash));
            if (title.endsWith(before.substring(slash)) && name.regionMatches(true, 0, above, 0, above.length())) {
                String now = title.substring(0, title.length() - before.length() + slash);
                return format.fileBody(now) + name.substring(above.length());
            }
        }
        return body(title, page.config());
    }

    private static String body(String title, GraphConfig config) {
        Optional<JournalDay> day = config.journals().parse(title);
        return day.isPresent()
                ? config.journalFileBody(day.get().date())
                : config.fileNameFormat().fileBody(title);
    }

    private static PagePath withBody(PagePath path, String body) {
        int name = path.path().lastIndexOf('/') + 1;
        String extension = path.path().substring(name + path.baseName().length());
        return new PagePath(path.path().substring(0, name) + body + extension);
    }
}
