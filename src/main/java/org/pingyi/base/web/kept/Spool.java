package org.pingyi.base.web.kept;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Download;
import org.pingyi.base.web.OutgoingFile;

import org.springframework.beans.factory.annotation.Value;
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

	private final Path folder;

	Spool(@Value("${pingyi.spool:${java.io.tmpdir}}") Path folder) {
		this.folder = folder;
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
		Path path = Files.createTempFile(this.folder, "pingyi-spool", null);
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
