package rival;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

/** The agencies that one may rate. */
interface RivalUnits extends JpaRepository<RivalUnit, String> {

	List<RivalUnit> findAllByOrderByCode();

}
