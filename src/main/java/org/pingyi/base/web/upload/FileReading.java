package org.pingyi.base.web.upload;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Reads uploaded files one after the other, on a thread of their own: a file is seconds
 * of computing, and the few threads that carry all requests would have them instead of
 * the vote.
 */
public final class FileReading {

	private static final Executor READER = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("file-reading").factory());

	private FileReading() {
	}

	/** What comes of reading a file, or the refusal of it, when its turn has come. */
	public static <T> T next(Supplier<T> reading) {
		try {
			return CompletableFuture.supplyAsync(reading, READER).join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException refusal) {
				throw refusal;
			}
			throw ex;
		}
	}

}
