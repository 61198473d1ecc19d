package org.pingyi.rules.scheme;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The frozen versions. */
interface VersionRepository extends Repository<VersionEntity, Long> {

	VersionEntity save(VersionEntity version);

	Optional<VersionEntity> findById(long id);

	List<VersionEntity> findAllByOrderByIdDesc();

	Optional<VersionEntity> findFirstBySchemeIdOrderByNumberDesc(long scheme);

	/** How many are not what their digests cover. */
	@Query(nativeQuery = true, value = """
			select count(*) from scheme_version
			where digest <> encode(sha256(convert_to(document, 'UTF8')), 'hex')""")
	long countAltered();

}
