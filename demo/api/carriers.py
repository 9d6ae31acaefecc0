import hashlib

import requests
from flask import Blueprint, jsonify, request

carriers = Blueprint("carriers", __name__)

FEED = "https://feed.carrier.example/v2/parcels"


@carriers.get("/feed")
def feed():
    answer = requests.get(FEED, timeout=10, verify=False)
    return jsonify(answer.json())


@carriers.post("/accounts")
def create_account():
    body = request.get_json()
    password_hash = hashlib.md5(body["password"].encode()).hexdigest()
    return jsonify(name=body["name"], password_hash=password_hash), 201
