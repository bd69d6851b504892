package io.github.logseqls.graph;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;
import java.util.Set;

/** Files in load order, each once. A value, of which a graph has as many as names: one array, and copied as one. */
final class FileList extends AbstractList<PagePath> implements RandomAccess {

    static final FileList NONE = new FileList(new PagePath[0]);

    private final PagePath[] files;

    private FileList(PagePath[] files) {
        this.files = files;
    }

    @Override
    public PagePath get(int index) {
        return files[index];
    }

    @Override
    public int size() {
        return files.length;
    }

    /** These and others that are not among them. */
    FileList with(Collection<PagePath> others) {
        PagePath[] come = others.toArray(PagePath[]::new);
        Arrays.sort(come);
        PagePath[] all = new PagePath[files.length + come.length];
        int taken = 0;
        int length = 0;
        for (PagePath path : come) {
            int before = isBehindAll(path) ? files.length : insertion(path);
            System.arraycopy(files, taken, all, length, before - taken);
            length += before - taken;
            taken = before;
            all[length] = path;
            length++;
        }
        System.arraycopy(files, taken, all, length, files.length - taken);
        return new FileList(all);
    }

    /** These without others that are among them. */
    FileList without(Set<PagePath> gone) {
        if (gone.size() == 1) {
            int at = Arrays.binarySearch(files, gone.iterator().next());
            PagePath[] left = new PagePath[files.length - 1];
            System.arraycopy(files, 0, left, 0, at);
            System.arraycopy(files, at + 1, left, at, left.length - at);
            return new FileList(left);
        }
        return new FileList(
                Arrays.stream(files).filter(path -> !gone.contains(path)).toArray(PagePath[]::new));
    }

    /** Most that comes does: a graph is read in this order. */
    private boolean isBehindAll(PagePath path) {
        return files.length == 0 || files[files.length - 1].compareTo(path) < 0;
    }

    private int insertion(PagePath path) {
        return -Arrays.binarySearch(files, path) - 1;
    }
}
