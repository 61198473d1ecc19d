package org.pingyi.base.unit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Uploaded sheets that wait for their confirmation, or had it. */
interface UnitImportRepository extends JpaRepository<UnitImportEntity, UUID> {

	@Query("select i.sheet from UnitImportEntity i where i.id = :id and i.uploadedBy = :by")
	Optional<String> findSheet(UUID id, String by);

	/** Takes a sheet for its import; of two at once only one gets it. */
	@Query(nativeQuery = true, value = """
			update unit_import set imported_at = :now
			where id = :id and uploaded_by = :by and imported_at is null returning sheet""")
	Optional<String> takeSheet(UUID id, String by, Instant now);

	@Query("select i from UnitImportEntity i where i.id = :id and i.importedAt is not null")
	Optional<UnitImportEntity> findImported(UUID id);

	/** Of the same content, the last first. */
	@Query("""
			select i from UnitImportEntity i where i.sheet = :sheet and i.importedAt is not null
			order by i.importedAt desc""")
	List<UnitImportEntity> findImported(String sheet);

	@Modifying
	@Query("delete from UnitImportEntity i where i.uploadedAt < :before and i.importedAt is null")
	void deleteUploadedBefore(Instant before);

}
