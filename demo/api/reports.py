import sqlite3

from flask import Blueprint, jsonify, request

reports = Blueprint("reports", __name__)


def connect():
    return sqlite3.connect("office.db")


@reports.get("/late")
def late():
    days = int(request.args.get("days", "3"))
    rows = connect().execute("SELECT id FROM parcels WHERE waiting > ?", (days,)).fetchall()
    return jsonify(rows)


@reports.get("/by-carrier")
def by_carrier():
    carrier = request.args["carrier"]
    cursor = connect().cursor()
    cursor.execute(f"SELECT day, count(*) FROM parcels WHERE carrier = '{carrier}' GROUP BY day")
    return jsonify(cursor.fetchall())
