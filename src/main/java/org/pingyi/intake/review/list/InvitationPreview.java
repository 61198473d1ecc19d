package org.pingyi.intake.review.list;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.RowError;
import org.pingyi.intake.review.NewInvitation;

/**
 * What an import would do, or why it cannot.
 *
 * @param id number under which the list waits to be confirmed; null when its columns are
 * not those of a list
 * @param cycle number of the year
 * @param people who would be invited; only the faultless rows
 * @param errors what is wrong, by row; nobody is invited unless this is empty
 */
public record InvitationPreview(@Nullable UUID id, long cycle, List<NewInvitation> people, List<RowError> errors) {

	public boolean ready() {
		return this.errors.isEmpty() && !this.people.isEmpty();
	}

}
