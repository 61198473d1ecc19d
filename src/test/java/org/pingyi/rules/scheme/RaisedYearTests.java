package org.pingyi.rules.scheme;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.rules.scoring.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** Last year's title becomes this year's. */
class RaisedYearTests {

	@ParameterizedTest
	@CsvSource({ "机关作风建设考评办法（2026）,机关作风建设考评办法（2027）", "2026—2027年度考评办法,2027—2028年度考评办法", "二〇二六年度考评办法,二〇二七年度考评办法",
			"二〇二九年考评办法,二〇三〇年考评办法", "二○二六年考评办法,二〇二七年考评办法", "机关作风建设考评办法,机关作风建设考评办法", "第20260号办法,第20260号办法",
			"12345 热线考评,12345 热线考评" })
	void isAYearLater(String title, String raised) {
		assertThat(RaisedYear.in(new Text(title, null))).isEqualTo(new Text(raised, null));
	}

	@ParameterizedTest
	@CsvSource({ "Appraisal 2026,Appraisal 2027", "Appraisal,Appraisal" })
	void isAYearLaterInEnglishToo(String title, String raised) {
		assertThat(RaisedYear.in(new Text("办法", title)).en()).isEqualTo(raised);
	}

}
