from etl import publish, reference, returns, submission
from etl.aliases import Aliases, decoded, encoded, understood
from etl.history import withdraw
from tests.etl.small import DA_NANG, HA_NOI, HUE, table

SAID = Aliases(units=((63, "Cố đô Huế mộng mơ", HUE),), indicators=(("QD922-2022", "Điểm chung cuộc", "dti"),))


def strange() -> bytes:
    return table({HUE: 0.9, DA_NANG: 0.8, HA_NOI: 0.7}).replace("Thừa Thiên Huế".encode(), "Cố đô Huế mộng mơ".encode())


def read(content, *, said=Aliases()):  # noqa: B008
    return submission.read(content, known=understood(submission.known_now(), said), name="w.csv")


def test_aliases_come_back_from_their_file():
    assert decoded(encoded(SAID)) == SAID
    assert decoded(encoded(Aliases())) == Aliases() and not Aliases()


def test_the_later_meaning_of_a_name_stands():
    later = Aliases(units=((63, "Cố đô Huế mộng mơ", "48"), (34, "Cố đô Huế mộng mơ", "46")))
    assert (SAID + later).units == later.units
    assert (SAID + later).indicators == SAID.indicators


def test_a_name_holds_in_its_own_universe_and_only_where_its_meaning_exists():
    known = understood(reference.load(), Aliases(units=((63, "Xứ Z", "26"), (34, "Xứ Z", "26"))))
    rows = known.aliases[known.aliases["alias"] == "Xứ Z"]
    assert list(rows["universe"]) == [63]  # 26 is Vĩnh Phúc, one of the 63 only


def test_names_said_are_published_remembered_and_withdrawn(own_store):
    assert [problem.rule for problem in read(strange()).problems if problem.severity == "error"]
    mended = read(strange(), said=SAID)
    assert mended.publishable and set(mended.rows["province_code"]) == {HUE, DA_NANG, HA_NOI}
    done = publish.publish(mended, strange(), by="An", accept_warnings=True, said_names=SAID)
    assert returns.said_names(returns.in_force()) == SAID
    assert HUE in set(read(strange()).rows["province_code"])
    withdraw(done.event.id, by="An")
    assert HUE not in set(read(strange()).rows["province_code"])


def test_a_header_that_was_said_is_known_with_its_year_number_and_role(own_store):
    said = Aliases(indicators=(("QD922-2022", "4.2 Nền tảng lõi năm 2022", "digital_infrastructure"),))
    for header in ("4.2 Nền tảng lõi năm 2022", "Nền tảng lõi 2022", "Giá trị Nền tảng lõi"):
        content = table({HUE: 0.5}).replace(b"TT,T\xe1\xbb\x89nh,DTI", f"TT,Tỉnh,{header}".encode())
        assert [problem.rule for problem in read(content).problems] == ["unknown-indicator"], header
        found = read(content, said=said)
        assert list(found.rows["indicator"]) == ["digital_infrastructure"], header


def test_a_problem_with_a_name_says_where_an_answer_to_it_holds(own_store):
    content = strange().replace(b"TT,T\xe1\xbb\x89nh,DTI", "TT,Tỉnh,Giá trị Nền tảng lõi".encode())
    fields = {problem.rule: problem.fields for problem in read(content).problems}
    assert fields["unknown-province"]["universe"] == 63
    assert fields["unknown-indicator"]["framework"] == "QD922-2022"
    header = ("QD922-2022", fields["unknown-indicator"]["name"], "digital_infrastructure")
    found = read(content, said=Aliases(units=SAID.units, indicators=(header,)))
    assert set(found.rows["indicator"]) == {"digital_infrastructure"} and HUE in set(found.rows["province_code"])
