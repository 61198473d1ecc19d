package org.pingyi.verify.hash;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * Tells of a hash whether it came before: an open table of their numbers, at most half
 * full.
 */
public final class SeenHashes {

	private final Hashes hashes = new Hashes();

	/** Numbers from 1; 0 for none. */
	private IntBuffer table = room(1 << 10);

	/**
	 * Adds a hash, unless it came before.
	 * @param hash a hash that nobody chooses, so that its bytes spread
	 */
	public boolean add(byte[] hash) {
		if (2 * this.hashes.size() >= this.table.capacity()) {
			grow();
		}
		int slot = slot(hash);
		for (int number = this.table.get(slot); number != 0; number = this.table.get(slot)) {
			if (Arrays.equals(hash, this.hashes.get(number - 1L))) {
				return false;
			}
			slot = (slot + 1) % this.table.capacity();
		}
		this.hashes.put(this.hashes.size(), hash);
		this.table.put(slot, (int) this.hashes.size());
		return true;
	}

	private int slot(byte[] hash) {
		return ByteBuffer.wrap(hash).getInt() & (this.table.capacity() - 1);
	}

	private void grow() {
		this.table = room(2 * this.table.capacity());
		for (int number = 1; number <= this.hashes.size(); number++) {
			int slot = slot(Objects.requireNonNull(this.hashes.get(number - 1L)));
			while (this.table.get(slot) != 0) {
				slot = (slot + 1) % this.table.capacity();
			}
			this.table.put(slot, number);
		}
	}

	private static IntBuffer room(int numbers) {
		return Spill.room(Integer.BYTES * numbers).asIntBuffer();
	}

}
