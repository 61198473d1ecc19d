package org.pingyi.base.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;

/**
 * Of rows that are read one after the other, those of one page, and how many there are.
 */
public final class RowPage<T> implements Consumer<T> {

	private final Pageable place;

	private final List<T> rows = new ArrayList<>();

	private long count;

	public RowPage(Pageable place) {
		this.place = place;
	}

	@Override
	public void accept(T row) {
		if (this.count >= this.place.getOffset() && this.rows.size() < this.place.getPageSize()) {
			this.rows.add(row);
		}
		this.count++;
	}

	public Page<T> page() {
		return new PageImpl<>(List.copyOf(this.rows), this.place, this.count);
	}

}
