package org.pingyi.intake.inspection;

import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What inspectors noted so far; it ends with the submission. */
interface NoteRepository extends Repository<NoteEntity, NoteEntity.Key> {

	List<NoteEntity> findByVisitId(long visit);

	List<NoteEntity> saveAll(Iterable<NoteEntity> notes);

	/** What was read before is forgotten, so that the same items may be noted anew. */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("delete NoteEntity where visitId = :visit")
	void deleteAll(long visit);

}
