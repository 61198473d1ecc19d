package org.pingyi.base.job;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.http.MediaType;

/** A job under way, as its kind sees it. */
public final class JobRun {

	private final UUID id;

	private final List<String> parameters;

	private final Supplier<InputStream> input;

	private final Progress progress;

	private final PartOutput result;

	private String fileName = "";

	private String fileType = "";

	JobRun(UUID id, List<String> parameters, Supplier<InputStream> input, Progress progress, PartOutput result) {
		this.id = id;
		this.parameters = parameters;
		this.input = input;
		this.progress = progress;
		this.result = result;
	}

	/** Takes how far it is. */
	interface Progress {

		/**
		 * Takes it.
		 * @throws JobCancelled when its owner wants it stopped
		 * @throws JobInterrupted when the node stops
		 */
		void note(long done, long total);

	}

	/** Its number, for the trail. */
	public UUID id() {
		return this.id;
	}

	/** What was ordered, in the kind's order. */
	public List<String> parameters() {
		return this.parameters;
	}

	/**
	 * What was looked at before it was confirmed, from its beginning; empty for a job
	 * without.
	 */
	public InputStream input() {
		return this.input.get();
	}

	/**
	 * Says how far it is: often, for it is also the place where a job that is to stop
	 * stops.
	 * @param total 0 while nobody knows
	 */
	public void progress(long done, long total) {
		this.progress.note(done, total);
	}

	/**
	 * Where its result goes, which is stored with all else or not at all; to be closed.
	 */
	public OutputStream result(String name, MediaType type) {
		this.fileName = name;
		this.fileType = type.toString();
		return this.result;
	}

	String fileName() {
		return this.fileName;
	}

	String fileType() {
		return this.fileType;
	}

	long size() {
		return this.result.size();
	}

}
