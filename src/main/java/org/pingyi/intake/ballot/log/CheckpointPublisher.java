package org.pingyi.intake.ballot.log;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * checkpoint covers the lost one, and a head is handed out again: see
 * {@link HeadHandout}.
 */
@Component
class CheckpointPublisher {

	private static final Logger logger = LoggerFactory.getLogger(CheckpointPublisher.class);

	private static final int HUNDRED = 100;

	/** The class of the statuses that say so. */
	private static final int SUCCESS = 2;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final CheckpointFile file;

	private final String address;

	/**
	 * @param address where checkpoints and heads are posted to as lines of text, or ""
	 * for nowhere
	 */
	CheckpointPublisher(CheckpointFile file, @Value("${pingyi.checkpoints.address:}") String address) {
		this.file = file;
		this.address = address;
	}

	@TransactionalEventListener
	public void onSigned(Checkpoint checkpoint) {
		this.file.append(checkpoint);
		post("Checkpoint " + checkpoint.size() + " of cycle " + checkpoint.cycle(), checkpoint.line());
	}

	/** Keeps a head in the file; whether it is kept there now, or none is asked for. */
	boolean file(CycleHead head) {
		try {
			if (!this.file.keeps(head)) {
				this.file.append(head);
			}
			return true;
		}
		catch (UncheckedIOException ex) {
			logger.warn("The head of cycle {} is not kept in the file", head.cycle(), ex);
			return false;
		}
	}

	/** Posts a head; whether the receiver took it, or there is none. */
	boolean send(CycleHead head) {
		return this.address.isBlank() || send("Head of cycle " + head.cycle(), String.join("\n", head.lines()));
	}

	void publish(TrailCheckpoint checkpoint) {
		this.file.append(checkpoint);
		post("End of the trail " + checkpoint.entry().id(), checkpoint.line());
	}

	void publish(AcceptedCount count) {
		this.file.append(count);
		post("Ballots acknowledged in cycle " + count.cycle(), count.line());
	}

	private void post(String what, String text) {
		if (!this.address.isBlank()) {
			Thread.startVirtualThread(() -> send(what, text));
		}
	}

	/** Returns once it is answered, or will not be: whether the receiver took it. */
	boolean send(String what, String text) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address))
			.timeout(PATIENCE)
			.header("Content-Type", "text/plain; charset=utf-8")
			.POST(HttpRequest.BodyPublishers.ofString(text))
			.build();
		try {
			int status = this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			if (status / HUNDRED == SUCCESS) {
				logger.info("{} handed out: {}", what, status);
				return true;
			}
			logger.warn("{} not handed out: the receiver answered {}", what, status);
		}
		catch (IOException ex) {
			logger.warn("{} not handed out: {}", what, ex.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return false;
	}

}
