package org.pingyi.intake.ballot.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hands signed checkpoints out after the commit: to the file, and to an address of
 * somebody else who keeps them. A receiver that does not answer stops nothing; the next
 * checkpoint covers the lost one.
 */
@Component
class CheckpointPublisher {

	private static final Logger logger = LoggerFactory.getLogger(CheckpointPublisher.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final CheckpointFile file;

	private final String address;

	/**
	 * @param address where checkpoints are posted to as one line of text, or "" for
	 * nowhere
	 */
	CheckpointPublisher(CheckpointFile file, @Value("${pingyi.checkpoints.address:}") String address) {
		this.file = file;
		this.address = address;
	}

	@TransactionalEventListener
	public void onSigned(Checkpoint checkpoint) {
		this.file.append(checkpoint);
		if (!this.address.isBlank()) {
			Thread.startVirtualThread(() -> post(checkpoint));
		}
	}

	private void post(Checkpoint checkpoint) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address))
			.timeout(PATIENCE)
			.header("Content-Type", "text/plain; charset=us-ascii")
			.POST(HttpRequest.BodyPublishers.ofString(checkpoint.line()))
			.build();
		try {
			int status = this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			logger.info("Checkpoint {} of cycle {} handed out: {}", checkpoint.size(), checkpoint.cycle(), status);
		}
		catch (IOException ex) {
			logger.warn("Checkpoint {} of cycle {} not handed out: {}", checkpoint.size(), checkpoint.cycle(),
					ex.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
