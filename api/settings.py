"""Every setting of minutebook, each described once. docs/settings.md is tested against this file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

Collection = Literal["public", "restricted"]
Security = Literal["starttls", "tls", "none"]
ROLES = r"^((board|staff|administrator)(\s*,\s*(board|staff|administrator))*)?$"


class Settings(BaseSettings):
    """Read from the environment (`MINUTEBOOK_` and the name in capitals), then from the command line."""

    model_config = SettingsConfigDict(env_prefix="MINUTEBOOK_", frozen=True, extra="ignore")

    library: Path = Field(default=Path("library"), description="Folder that holds one library for each collection.")
    collection: Collection = Field(
        default="public", description="Collection that a command works on where --collection does not say."
    )
    model: str = Field(
        default="",
        description="Embedding model by its sentence-transformers name or folder, or all-MiniLM-L6-v2@bfloat16 for "
        "the packaged one in half the bits; empty takes the library's own, or all-MiniLM-L6-v2 for a new library.",
    )
    reranker: str = Field(
        default="",
        description="Cross-encoder by its sentence-transformers name or folder, which puts the first 30 passages of a "
        "question in its order; empty for none.",
    )
    workers: int = Field(default=2, ge=1, le=64, description="Documents that are read at the same time.")
    cluster: str = Field(
        default="",
        pattern=r"^((tcp|tls)://[^\s/@?#]+:\d+)?$",
        description="Address of a Dask scheduler, such as tls://scheduler.example.org:8786, whose workers read and "
        "embed what `minutebook ingest` is given; empty for this machine.",
    )
    cluster_authority: Path | None = Field(
        default=None, description="Certificate of the authority that signed those of the cluster (PEM), for tls://."
    )
    cluster_certificate: Path | None = Field(
        default=None, description="Certificate by which the cluster knows this machine (PEM), for tls://."
    )
    cluster_key: Path | None = Field(default=None, description="Key of that certificate (PEM), for tls://.")
    milvus: str = Field(
        default="",
        pattern=r"^(https?://[^\s/@?#]+|[^\s:]+)?$",
        description="Milvus server that finds passages in place of the library's own files, such as "
        "http://milvus.example.org:19530, or a folder for the files of Milvus Lite; empty for none. `minutebook move` "
        "fills it.",
    )
    milvus_database: str = Field(
        default="minutebook",
        pattern=r"^[A-Za-z]\w{0,99}$",
        description="Name by which the server's databases of this library begin; _public or _restricted follows it.",
    )
    milvus_public_token: SecretStr | None = Field(
        default=None, description="Credential of the public database there, as name:password or a token."
    )
    milvus_restricted_token: SecretStr | None = Field(
        default=None, description="Credential of the restricted database there, as name:password or a token."
    )
    threads: int = Field(default=0, ge=0, le=256, description="Threads of the embedding model; 0 lets torch decide.")
    document_seconds: float = Field(default=30.0, gt=0, description="Longest time that reading one document may take.")
    document_megabytes: int = Field(default=1024, ge=128, description="Most memory that reading one document may take.")
    file_megabytes: int = Field(default=256, ge=1, description="Largest file that is read, in megabytes (2**20 bytes).")
    host: str = Field(default="127.0.0.1", description="Address that the site is served on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the site is served on.")
    render_pixels: int = Field(
        default=16_000_000, ge=100_000, description="Most pixels of one page image; a larger page is drawn smaller."
    )
    address: str = Field(
        default="",
        pattern=r"^(https?://[^\s/@?#]+(/[^\s?#]*)?)?$",
        description="Public address of the site, such as https://papers.example.org/board; its path is what a proxy "
        "adds before every address. Empty serves at the root and names no absolute address.",
    )
    service_name: str = Field(default="Board papers", min_length=1, description="Name of the site, on every page.")
    organisation_name: str = Field(default="", description="Name of the organisation whose papers these are.")
    logo: str = Field(
        default="",
        description="Logo in the header: nhs for the NHS logo, or an SVG or PNG file of your own; empty for a plain "
        "mark.",
    )
    brand_colour: str = Field(
        default="#005eb8",
        pattern=r"^#[0-9a-fA-F]{6}$",
        description="Colour of the header, as #rrggbb; white text must be readable on it (a contrast of 4.5 to 1).",
    )
    contact_email: str = Field(default="", description="Where readers write about mistakes and about access.")
    contact_phone: str = Field(default="", description="Where readers call who cannot write.")
    about_file: Path | None = Field(
        default=None, description="Markdown file that stands on the page on how this works, in place of its own text."
    )
    accessibility_file: Path | None = Field(
        default=None, description="Markdown file that takes the place of the accessibility statement."
    )
    privacy_file: Path | None = Field(
        default=None, description="Markdown file that takes the place of the privacy statement."
    )
    embedders: str = Field(
        default="",
        pattern=r"^(https?://[^\s/@?#,]+([ ,]+https?://[^\s/@?#,]+)*)?$",
        description="Origins of the sites that may show the search box, such as https://www.example.org, with commas.",
    )
    data_licence: str = Field(
        default="",
        pattern=r"^(\S.* https?://[^\s@]+)?$",
        description="Licence of the bulk data: its title, then its address, such as Open Government Licence v3.0 "
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/; empty states none.",
    )
    phrase_url: str = Field(
        default="",
        pattern=r"^(https?://[^\s@]+)?$",
        description="Base address of an OpenAI-compatible server, such as http://127.0.0.1:8080/v1, whose model may "
        "phrase answers; empty turns that off.",
    )
    phrase_model: str = Field(default="", description="Name by which that server knows the model.")
    phrase_key: SecretStr | None = Field(
        default=None, description="Key that is sent to that server, where it asks for one."
    )
    phrase_seconds: float = Field(default=30.0, gt=0, description="Longest time that phrasing one answer may take.")
    phrase_idle_seconds: float = Field(
        default=15.0, gt=0, description="Longest time that the server may send nothing while it phrases."
    )
    phrase_restricted: bool = Field(
        default=False, description="Whether passages of restricted papers may be sent to that server too."
    )
    staff: bool = Field(
        default=False,
        description="Whether documents can be uploaded, corrected, published and withdrawn in the browser; on a "
        "loopback address alone, unless people sign in.",
    )
    question_days: int = Field(
        default=90,
        ge=0,
        le=3650,
        description="Days that votes and questions without an answer are kept, personal details masked; 0 keeps none.",
    )
    draft_days: int = Field(
        default=90,
        ge=1,
        le=3650,
        description="Days after which a draft with its basket is deleted when nobody has used it.",
    )
    rates: str = Field(
        default="pages=600, pictures=600, questions=120, phrased=20, forms=20, letters=5",
        pattern=r"^\s*((pages|pictures|questions|phrased|forms|letters)\s*=\s*[1-9]\d{0,6}\s*(,\s*|$))*$",
        description="Requests a minute that one client, or the holder of one key, may make of each kind; a kind that "
        "is left out is not limited.",
    )
    at_once: int = Field(
        default=0, ge=0, le=256, description="Requests that are worked on at the same time; 0 for two a processor."
    )
    queue: int = Field(default=64, ge=0, le=10_000, description="Requests that may wait for their turn.")
    queue_seconds: float = Field(
        default=10.0, gt=0, le=300, description="Longest time that a request waits for its turn."
    )
    proxies: str = Field(
        default="",
        description="Addresses or networks of the proxies in front, with commas, whose word on a client's address is "
        "taken; empty takes nobody's.",
    )
    metrics_readers: str = Field(
        default="127.0.0.1, ::1", description="Addresses or networks that may read /metrics, with commas."
    )
    log: Literal["troubles", "requests"] = Field(
        default="troubles",
        description="What is written to standard output: requests that failed or were turned away, or every request.",
    )
    oidc_issuer: str = Field(
        default="",
        pattern=r"^(https://[^\s@?#]+|http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(/[^\s@?#]*)?)?$",
        description="Address of the OpenID Connect provider whose people may sign in, such as "
        "https://login.microsoftonline.com/TENANT/v2.0; empty for no sign-in.",
    )
    oidc_client_id: str = Field(default="", description="Name by which the provider knows this site.")
    oidc_client_secret: SecretStr | None = Field(
        default=None, description="Secret that the provider gave this site, where it gave one."
    )
    oidc_groups: str = Field(
        default="",
        pattern=r"^([^\s=,][^=,]*=\s*(board|staff|administrator)\s*(,\s*|$))*$",
        description="Groups of the provider with the role that each gives (board, staff or administrator), such as "
        "0f3c-11=staff, 0f3c-12=board; a person has the highest role of their groups.",
    )
    oidc_claim: str = Field(
        default="groups", min_length=1, description="Claim of the provider's tokens that lists a person's groups."
    )
    oidc_subject: str = Field(
        default="sub", min_length=1, description="Claim by which one person is known for good; oid with Entra ID."
    )
    session_idle_minutes: int = Field(
        default=30, ge=1, le=1440, description="Minutes without a request after which a person is signed out."
    )
    session_hours: int = Field(
        default=10, ge=1, le=168, description="Hours after signing in when a person is signed out in any case."
    )
    readers_restricted: str = Field(
        default="board, staff, administrator", pattern=ROLES, description="Roles that may read the restricted library."
    )
    uploaders: str = Field(
        default="staff, administrator", pattern=ROLES, description="Roles that may hand in documents and correct them."
    )
    publishers_public: str = Field(
        default="staff, administrator",
        pattern=ROLES,
        description="Roles that may publish to the public library and withdraw from it.",
    )
    publishers_restricted: str = Field(
        default="staff, administrator",
        pattern=ROLES,
        description="Roles that may publish to the restricted library and withdraw from it.",
    )
    mail_host: str = Field(
        default="",
        pattern=r"^[\w.:-]*$",
        description="Mail server by which readers who ask for it are told of what is new; empty sends no e-mail, and "
        "offers none.",
    )
    mail_port: int = Field(default=587, ge=1, le=65535, description="Port of the mail server.")
    mail_security: Security = Field(
        default="starttls",
        description="How the connection to it is kept secret: starttls, tls from its first byte, or none.",
    )
    mail_user: str = Field(default="", description="Name by which the mail server knows this site; empty for none.")
    mail_password: SecretStr | None = Field(default=None, description="Password that goes with that name.")
    mail_sender: str = Field(default="", description="Address that letters come from, such as papers@example.org.")
    mail_seconds: float = Field(
        default=20.0, gt=0, le=300, description="Longest time that the mail server may be silent."
    )

    def folder(self, collection: str) -> Path:
        """Where the library of one collection lies."""
        return self.library / collection
