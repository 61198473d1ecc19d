package org.pingyi.intake.review;

import java.util.List;

import org.pingyi.base.web.RowError;

/**
 * What an import would do, or why it cannot.
 *
 * @param rows who would be invited; only the faultless ones
 * @param errors what is wrong, by row; nobody is invited unless this is empty
 */
public record InvitationPreview(List<NewInvitation> rows, List<RowError> errors) {

	public boolean ready() {
		return this.errors.isEmpty() && !this.rows.isEmpty();
	}

}
