"""Dates of both calendars, and with Roman months, as officials write them."""

ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
HIJRI = (
    *("Muharam", "Safar", "Rabiul Awal", "Rabiulakhir", "Jumadil Awal", "Jumadil Akhir", "Rajab"),
    *("Sya'ban", "Syakban", "Ramadan", "Ramadhan", "Syawal", "Zulkaidah", "Dzulqa'dah", "Zulhijah"),
)
ERAS = ("", " H", " H.", "H", " Hijriah", " Hijriyah", " hijri")
BOTH = (
    *("{h} / {c}", "{h}/{c}", "{c} / {h}", "{c} ({h})", "{h} ({c})", "{h} {c}", "{h}, {c}"),
    *("{c}, {h}", "{c}\n{h}", "{h}\n{c}", "{h} bertepatan dengan {c}", "{h} = {c}", "({h}) {c}"),
    *("{c} bertepatan dengan tanggal {h}", "{h} bertepatan tanggal {c}", "{h} - {c}", "{c}; {h}"),
)
MEETING = (
    *("bertepatn dengan", "bertepatan degan", "bertepatan dg tanggal", "bertepatan dgn tgl"),
    *("bertepatan pada", "berketepatan dengan", "bertetapan dengan", "bertepatandengan"),
    *("bertepatan dngan", "yang bertepatan dengan", "atau bertepatan dengan tanggal"),
    *("bertepatan tgl.", "sama dengan", "bertepatan tangal"),
)
"""How officials join the days of both calendars, slips and all."""
