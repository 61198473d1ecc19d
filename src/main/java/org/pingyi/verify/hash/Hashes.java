package org.pingyi.verify.hash;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Hashes by their numbers from 0, as many as there are and with gaps between them. */
public final class Hashes {

	private static final int LENGTH = 32;

	/** A byte before each says what stands there. */
	private static final int ENTRY = 1 + LENGTH;

	private static final byte HASH = 1;

	private static final byte ODD = 2;

	/** The first stand in small rooms, so that few need little. */
	private static final int SMALL = 1 << 8;

	private static final int LARGE = 1 << 18;

	private final List<@Nullable ByteBuffer> small = new ArrayList<>();

	private final List<@Nullable ByteBuffer> large = new ArrayList<>();

	/** Those that are of another length than any hash; no honest file has one. */
	private final Map<Long, byte[]> odd = new HashMap<>();

	private long size;

	/** One more than the number of the last. */
	public long size() {
		return this.size;
	}

	/** Leaves a gap up to a number. */
	public void skipTo(long number) {
		this.size = Math.max(this.size, number);
	}

	public void put(long number, byte[] hash) {
		ByteBuffer room = open(number);
		int at = place(number);
		room.put(at, (hash.length == LENGTH) ? HASH : ODD);
		if (hash.length == LENGTH) {
			room.put(at + 1, hash);
		}
		else {
			this.odd.put(number, hash);
		}
		skipTo(number + 1);
	}

	public byte @Nullable [] get(long number) {
		ByteBuffer room = (number < this.size) ? room(number) : null;
		if (room == null) {
			return null;
		}
		int at = place(number);
		return switch (room.get(at)) {
			case HASH -> {
				byte[] hash = new byte[LENGTH];
				room.get(at + 1, hash);
				yield hash;
			}
			case ODD -> this.odd.get(number);
			default -> null;
		};
	}

	private static int place(long number) {
		return (int) (number % ((number < LARGE) ? SMALL : LARGE)) * ENTRY;
	}

	private List<@Nullable ByteBuffer> rooms(long number) {
		return (number < LARGE) ? this.small : this.large;
	}

	private static int index(long number) {
		return (int) ((number < LARGE) ? number / SMALL : number / LARGE - 1);
	}

	private @Nullable ByteBuffer room(long number) {
		List<@Nullable ByteBuffer> rooms = rooms(number);
		int index = index(number);
		return (index < rooms.size()) ? rooms.get(index) : null;
	}

	private ByteBuffer open(long number) {
		List<@Nullable ByteBuffer> rooms = rooms(number);
		int index = index(number);
		while (rooms.size() <= index) {
			rooms.add(null);
		}
		ByteBuffer room = rooms.get(index);
		if (room == null) {
			room = Spill.room(((number < LARGE) ? SMALL : LARGE) * ENTRY);
			rooms.set(index, room);
		}
		return room;
	}

}
