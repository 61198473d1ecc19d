package org.pingyi.intake.ballot.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.pingyi.base.web.Refusal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads what all nodes had acknowledged: from the file of this node, and from those of
 * the others, which a setting names where each has one of its own.
 */
@Component
class NodeFiles {

	private final CheckpointFile own;

	private final List<Path> others;

	/**
	 * @param others files, and folders of them; any may be the own file
	 */
	NodeFiles(CheckpointFile own, @Value("${pingyi.checkpoints.others:}") List<String> others) {
		this.own = own;
		this.others = others.stream().map(String::strip).filter((path) -> !path.isEmpty()).map(Path::of).toList();
	}

	/** Of nodes that have said nothing yet there may be no file. */
	List<AcceptedCount> accepted() {
		List<AcceptedCount> counts = new ArrayList<>(this.own.accepted().toList());
		this.others.stream()
			.filter(Files::exists)
			.flatMap(NodeFiles::files)
			.flatMap((file) -> new CheckpointFile(file.toString()).accepted())
			.forEach(counts::add);
		return counts;
	}

	private static Stream<Path> files(Path path) {
		if (!Files.isDirectory(path)) {
			return Stream.of(path);
		}
		try (Stream<Path> files = Files.list(path)) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Makes sure that every node can be asked: each has written to its file since its
	 * start.
	 * @throws Refusal 409 {@code ballot.nodeFileMissing}, which names the first that is
	 * not there
	 */
	void require() {
		this.others.stream().filter((path) -> !Files.isReadable(path)).findFirst().ifPresent((missing) -> {
			throw Refusal.conflict("ballot.nodeFileMissing", missing);
		});
	}

}
