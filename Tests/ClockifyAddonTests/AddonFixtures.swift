/// A token that another library (Python's cryptography) signed, and keys in the formats in which keys are published.
enum AddonFixtures {
    /// A token for the add-on `my-addon` that does not expire.
    static let token = [
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiAiY2xvY2tpZnkiLCAic3ViIjogIm15LWFkZG9uIiwgInR5cGUiOiAiYWRkb24iLCAid29ya3N",
        "wYWNlSWQiOiAiNjRhNjg3ZTI5YWUxZjQyOGU3ZWJlMzAzIiwgImFkZG9uSWQiOiAiNjRjNzc3ZGRkM2ZjYWIwN2NmYmIyMTBjIiwgInVzZXIiOiAiNWEwYWI",
        "1YWNiMDc5ODcxMjU0MzhiNjBmIiwgImJhY2tlbmRVcmwiOiAiaHR0cHM6Ly9ldWMxLmNsb2NraWZ5Lm1lL2FwaSIsICJyZXBvcnRzVXJsIjogImh0dHBzOi8",
        "vZXVjMS5jbG9ja2lmeS5tZS9yZXBvcnQiLCAibG9jYXRpb25zVXJsIjogImh0dHBzOi8vbG9jYXRpb25zLmFwaS5jbG9ja2lmeS5tZSIsICJsYW5ndWFnZSI",
        "6ICJlbiIsICJpYXQiOiAxNzkwMDAwMDAwfQ.BK2iky0bp5oKpBFUbr8xfh_oNv7CdrGZ8t-gFOVx_VnuO3f2pCu22hAx3QPq65BzAy5Rqiv_xV05vbUsiNQd",
        "kL7jISgG7YcNCi7lOy9OSm5MEs1VTO3t-dPMgaTFhud_JgHKMotv_Qn_a0jh5iW9asjWsT7qBuBXcfVwUnr8DTW5UHtO7oLkwrdaac5-J4gFMVsVFFQ9gMn3",
        "D3gnpaD_YiZ-6D_myAXL8P-JOF7cC6QP-V6K0XZosS6qq-7C-LXAOMrIaDwjYFIMYZMhRe_m8FHxYM8UYeVQzRPwYfdm1xkeB7RlEkoDDXCww-T3QUMXokxl",
        "c00ufC_Q0bd24MTgPg",
    ].joined()

    static let publicKey = """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlS3+zjBlCl9pgUYaOtcx
        AE0eBec2AUmbLD0+tNCb/+bKLaUoyB97jSfSREVt2nnxRhv+lihx9YkfcE1rQfbD
        4XT2Jij91UM+ELIFu64fBPo+GQJDjVtLup6LqNeEJpH18l1toIbpHRfL0VMBhuLC
        3J7pZMipr08rVxWFEvLOKyoZmQMoppJA05fH0p9eMucSSiomceSY1krcXtTm4jsv
        9hgUU2fGDyk13NceTMwM0lEPKooCZe39rMU8oKZHZV7vnp9cxbIyAl4/bTvd/wdL
        rGQLonGdDmmIt6rPZz1Tpf5FqqeNGTny/ppdZQ6RbliaqKHkSxIwD3gNu1utdd2C
        9wIDAQAB
        -----END PUBLIC KEY-----
        """

    /// The same key in its older format.
    static let publicKeyInPKCS1 = """
        -----BEGIN RSA PUBLIC KEY-----
        MIIBCgKCAQEAlS3+zjBlCl9pgUYaOtcxAE0eBec2AUmbLD0+tNCb/+bKLaUoyB97
        jSfSREVt2nnxRhv+lihx9YkfcE1rQfbD4XT2Jij91UM+ELIFu64fBPo+GQJDjVtL
        up6LqNeEJpH18l1toIbpHRfL0VMBhuLC3J7pZMipr08rVxWFEvLOKyoZmQMoppJA
        05fH0p9eMucSSiomceSY1krcXtTm4jsv9hgUU2fGDyk13NceTMwM0lEPKooCZe39
        rMU8oKZHZV7vnp9cxbIyAl4/bTvd/wdLrGQLonGdDmmIt6rPZz1Tpf5FqqeNGTny
        /ppdZQ6RbliaqKHkSxIwD3gNu1utdd2C9wIDAQAB
        -----END RSA PUBLIC KEY-----
        """

    /// A key of 1024 bits.
    static let weakKey = """
        -----BEGIN PUBLIC KEY-----
        MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC2f4tj8RIOx+pUrOzivR+Ly4EN
        LfJTaVdv8Y4EjynbOOsRzcgHChFDFFhYAYgqJR1iWqA7Cok+tbm969PbnllEEmed
        GSPYgIwubp2nVWKkW1Tu0xQHuvzgRm4qZX5BYXJXUQHwFCZJLymnU/gbDdw+tHN/
        qEvXSkmqCltZfAc71wIDAQAB
        -----END PUBLIC KEY-----
        """

    /// A key that is not an RSA key.
    static let ellipticKey = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE43F5eYr7vKnS05uhWHdluiByrqrc
        cO7840r1AV6wBYgarZ+ie7QSDeCsjdeaHauWTH0+9MaJISfMWZiLN+pPaQ==
        -----END PUBLIC KEY-----
        """
}
