package org.physgrad.workbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Where deleted experiments and runs go: the folder {@code .trash} of the workspace, from which they can be taken back. */
@Component(service = Trash.class)
public final class Trash {

    private record Move(Path from, Path to) {}

    private final Deque<List<Move>> deletions = new ArrayDeque<>();

    /** Whether there is a deletion to take back. */
    boolean isEmpty() {
        return deletions.isEmpty();
    }

    /** Moves files and folders away. */
    void delete(Path workspace, List<Path> paths) throws IOException {
        Path trash = Files.createDirectories(workspace.resolve(".trash"));
        List<Move> moves = new ArrayList<>();
        deletions.push(moves); // what was moved before a failure can be taken back, too
        for (Path path : paths) {
            Path to = FreeNames.file(trash, path.getFileName().toString(), "");
            Files.move(path, to);
            moves.add(new Move(path, to));
        }
    }

    /**
     * Takes the last deletion back. What has lost its place meanwhile gets another name; what somebody has taken out of the trash is passed over.
     *
     * @return what is there again
     * @throws IOException if something cannot be moved; that, and what comes after it, can still be taken back
     */
    List<Path> restore() throws IOException {
        List<Path> restored = new ArrayList<>();
        for (List<Move> moves = deletions.element(); !moves.isEmpty(); moves.remove(0)) {
            Move move = moves.get(0);
            if (Files.exists(move.to())) {
                Files.createDirectories(move.from().getParent());
                restored.add(Files.move(move.to(), place(move.from())));
            }
        }
        deletions.pop();
        return restored;
    }

    private static Path place(Path wanted) {
        if (!Files.exists(wanted)) {
            return wanted;
        }
        String name = wanted.getFileName().toString();
        String ending = name.endsWith(".json") ? ".json" : "";
        return FreeNames.file(wanted.getParent(), name.substring(0, name.length() - ending.length()), ending);
    }
}
