package org.pingyi.base.unit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Uploaded sheets that wait for their confirmation. */
interface UnitImportRepository extends JpaRepository<UnitImportEntity, UUID> {

	@Query("select i.sheet from UnitImportEntity i where i.id = :id and i.uploadedBy = :by")
	Optional<String> findSheet(UUID id, String by);

	/** Takes a sheet out; of two at once only one gets it. */
	@Query(nativeQuery = true, value = "delete from unit_import where id = :id and uploaded_by = :by returning sheet")
	Optional<String> takeSheet(UUID id, String by);

	@Modifying
	@Query("delete from UnitImportEntity i where i.uploadedAt < :before")
	void deleteUploadedBefore(Instant before);

}
