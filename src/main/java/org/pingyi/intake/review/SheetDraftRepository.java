package org.pingyi.intake.review;

import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The drafts of sheets. */
interface SheetDraftRepository extends Repository<SheetDraftEntity, SheetDraftEntity.Key> {

	List<SheetDraftEntity> findByInvitationId(long invitation);

	/** One statement, whether or not something was marked about the unit before. */
	@Modifying
	@Query(value = """
			insert into review_draft (invitation_id, unit_id, answers, opinion, may_forward, complete)
			values (:invitation, :unit, cast(:answers as jsonb), :opinion, :mayForward, :complete)
			on conflict (invitation_id, unit_id) do update set answers = excluded.answers,
				opinion = excluded.opinion, may_forward = excluded.may_forward, complete = excluded.complete
			""", nativeQuery = true)
	void save(long invitation, long unit, String answers, String opinion, boolean mayForward, boolean complete);

	@Modifying
	@Query("delete SheetDraftEntity where invitationId = :invitation and unitId = :unit")
	void delete(long invitation, long unit);

	@Modifying
	@Query("delete SheetDraftEntity where invitationId = :invitation")
	void deleteAll(long invitation);

}
