package org.pingyi.base.web.kept;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.web.Download;
import org.pingyi.base.web.OutgoingFile;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Sends files that are read from the database: they are written to a disk at its speed,
 * and read from there at that of the client, who holds no connection to the database
 * however slow they are. {@code pingyi.spool} names the folder.
 */
@Component
public class Spool {

	private static final Logger logger = LoggerFactory.getLogger(Spool.class);

	private static final String NAME = "pingyi-spool";

	/** No file takes so long to write. */
	private static final Duration LONGEST = Duration.ofDays(1);

	private final Path folder;

	Spool(@Value("${pingyi.spool:${java.io.tmpdir}}") Path folder) {
		this.folder = folder;
	}

	/** Deletes what was left behind by nodes that were killed. */
	@EventListener(ApplicationReadyEvent.class)
	void clear() {
		try {
			Path now = Files.createTempFile(this.folder, NAME, null);
			FileTime old = FileTime.from(Files.getLastModifiedTime(now).toInstant().minus(LONGEST));
			Files.delete(now);
			try (DirectoryStream<Path> files = Files.newDirectoryStream(this.folder, NAME + "*.tmp")) {
				for (Path file : files) {
					deleteIfBefore(old, file);
				}
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			logger.warn("The files that a killed node left in {} stay there", this.folder, ex);
		}
	}

	/** Another node may delete it at the same time, or own it. */
	private static void deleteIfBefore(FileTime old, Path file) {
		try {
			if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(old) < 0) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			logger.debug("{} is not deleted", file, ex);
		}
	}

	/** Sends a file from its first byte on, while the rest is still being written. */
	public void send(OutgoingFile file, MediaType type, HttpServletResponse response) throws IOException {
		response.setContentType(type.toString());
		Download.named(file.name()).forEach((header, values) -> response.setHeader(header, values.getFirst()));
		send(file, response.getOutputStream());
	}

	void send(OutgoingFile file, OutputStream client) throws IOException {
		try (GrowingFile growing = GrowingFile.in(this.folder)) {
			Thread.ofVirtual()
				.name("spool")
				.start(new DelegatingSecurityContextRunnable(() -> growing.write(file.content())));
			growing.copyTo(client);
		}
	}

	/** Writes a file whole; whoever asks deletes it. */
	public Path write(OutgoingFile file) throws IOException {
		Path path = Files.createTempFile(this.folder, NAME, null);
		try (OutputStream out = Files.newOutputStream(path)) {
			file.content().writeTo(out);
			return path;
		}
		catch (IOException | RuntimeException ex) {
			Files.delete(path);
			throw ex;
		}
	}

}
