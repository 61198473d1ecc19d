package org.pingyi.base.unit;

import java.util.List;

import org.pingyi.base.web.RowError;

/**
 * What an import would do, or why it cannot.
 *
 * @param rows the units it would register; only the faultless ones
 * @param errors what is wrong, by row; nothing is imported unless this is empty
 */
public record ImportPreview(List<NewUnit> rows, List<RowError> errors) {

	public boolean ready() {
		return this.errors.isEmpty() && !this.rows.isEmpty();
	}

}
