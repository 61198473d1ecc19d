package org.pingyi.base.web.upload;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Reads uploaded files one after the other, on a thread of their own: a file is seconds
 * of computing, and the few threads that carry all requests would have them instead of
 * the vote. Each person has one file in the queue, so that nobody keeps it from others.
 */
public final class FileReading {

	private static final Executor READER = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("file-reading").factory());

	private static final Set<String> PEOPLE = ConcurrentHashMap.newKeySet();

	private FileReading() {
	}

	/**
	 * What comes of reading a file, or the refusal of it, when its turn has come.
	 * @throws Refusal 503 {@code web.sheet.busy} while another file of the same person is
	 * read
	 */
	public static <T> T next(Supplier<T> reading) {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (person == null) {
			return read(reading);
		}
		if (!PEOPLE.add(person.getName())) {
			throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "web.sheet.busy");
		}
		try {
			return read(reading);
		}
		finally {
			PEOPLE.remove(person.getName());
		}
	}

	private static <T> T read(Supplier<T> reading) {
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
