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
			insert into review_draft (invitation_id, unit_id, box, complete)
			values (:invitation, :unit, :box, :complete)
			on conflict (invitation_id, unit_id) do update set box = excluded.box, complete = excluded.complete
			""", nativeQuery = true)
	void save(long invitation, long unit, byte[] box, boolean complete);

	@Modifying
	@Query("delete SheetDraftEntity where invitationId = :invitation and unitId = :unit")
	void delete(long invitation, long unit);

	@Modifying
	@Query("delete SheetDraftEntity where invitationId = :invitation")
	void deleteAll(long invitation);

}
