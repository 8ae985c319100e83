/// Keys and tokens of the appendices of RFC 7515, and others made once with another library.
enum Vectors {
  /// RFC 7515, A.2: RS256.
  static let a2Key = """
    {"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB"}
    """
  static let a2Token =
    "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
  /// RFC 7515, A.3: ES256.
  static let a3Key = """
    {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
    """
  static let a3Token =
    "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
  /// What both say.
  static let content =
    "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"

  /// The modulus of a key of 2 048 bits, and what it signed under the name « p ».
  static let modulus =
    "vAk4zlN6txC5wPRoxSQ4mnqlf1gXk6-h_33Rpu0z4FRCVFUmHgVO_kDsGiZF9WkLV1dwK_zS7NeDG7DIwWt6uVkVfcLTWvcPQMlqeIFp1DCFJJ_N8ybYZDMt5hVSUM0sDy3PHkY-9ryZVljyuqlY2vhsykUsWnwUlXA3TSUOhLshGEwAxyxl3j5hWhNMrISSB6Owt6f7ebBy-etyxMsF_QSPysKQkvlQMuHYsnweCwFwdsEHdWweEUzQpsFpSV9WXnY4nl3qXUcsI4rit2X8La4UjuCaQkmTcHJ-WPU0fw0ehmj08mw1R-VF-nhdlMMgMmC9tlZGEu9mH9aDmN74HQ"
  static let ps256 =
    "eyJhbGciOiAiUFMyNTYiLCAia2lkIjogInAifQ.eyJzdWIiOiAiYSJ9.SafXI8xcEapmZh2f9IaV3j6rSUcJQtpsupJ7mLaGyY01Ntbff_3XUI4cfstZVsVnQcW7Ulpjo45ccQzvVc3SMlfifSXddEf4tPouoVdtnP5dX_xnP36hptLeNLKcNirlEZxYYYhGxkruGvbIiD-nZF8EVHsWqJBYkuOnK2DHhFQbugwbO5DAt9NZ9luhX0EpVQk_4JD71nt136MzyikW7QberqDAEYIy7fF0RbZRBDaQOU-Rbr3sDqeKfAUMavnKUwx7DcXjYpJbwej-kGcAbEIGKJqdY-E8ZqIl9ymcZktgbO04jYLMOmGhhycU4oAZUwaKaFgjuaNKYBztn47Ssg"
  /// With a salt of 20 bytes in the place of 32.
  static let ps256WithShortSalt =
    "eyJhbGciOiAiUFMyNTYiLCAia2lkIjogInAifQ.eyJzdWIiOiAiYSJ9.j0K4OxHEl7ajzEWxpqylCB8jcV56aImOs6IODMHZ4CnR2Uwj9PiNwLVS8DsrLe6UqVfmXmQV7uLxw7BQHFSgoJXVkvwIh7wEXaIeZc9oXhCLwTEIA8qbOkXAeAj76jothXRgJj5rksFuwKK7VKuuys2n_-7KSQeSZdaUob5pyj7Pdc920bQTzyqeR7A9UD_l_oqGuExc8_P4XzxGaxXAjdEi7PMtb1maSqoLa9-LIsK5PSszJhbGTyRZ-7GmW2wz03pQKRRNN5q3z6iqpwuYH6FuzjoWbrORrkCDmRj3k1RIQjE7irtkov1YCCnkdNRHS_XBDJTu2qYPyHKfx5qGfw"
  static let critical =
    "eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInAiLCAiY3JpdCI6IFsiYjY0Il0sICJiNjQiOiBmYWxzZX0.eyJzdWIiOiAiYSJ9.ZbRwSIlClKjyiNoFaIS9nSHI6N3_0pDobxJwUq5zGpKTto2wIYlPSm4HgX9H8aQTLwvSBzlKwEaFbEQe2zijjAiLuITD4lHTUInHM64Yt5O32z1gZgWtgaAx5WovxDfqAQYWltcFAkfcD1pKBl1Z8g3su1marqotfWGOuEqK3asrbJ1BtGggKJLCns3wi_elSYBBBYySieI9IqsxNXA0Z3NVc63LeNiaQasL4zKpxJCAk2Dkfh8noWoLkbY8A9zLPdkDuX8AM7t-lGgVlDsHSA9uTNc7_qTSOq9ByN6xfS5ALuIFs-EBA8rNcC4mLNkSEHfpVHNz1w-RqOEaw2gLjA"
  static let rs256 =
    "eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInAifQ.eyJzdWIiOiAiYSIsICJleHAiOiAxNzAwMDAwMDAwLjUsICJhdWQiOiBbIngiLCAieSJdLCAibiI6IDEwMDAuMCwgImVtYWlsX3ZlcmlmaWVkIjogdHJ1ZX0.pzOipuA_MABD9-HHDfP42mzGhIrhAsqdbHQdCUJi2Ai3PkOcVKmrXlfLSOS_AFGD4ksW8Y6XQ5aplrd4o06wvfp-l24tivD-63zrT8PFR7qZBdNojj7yHddpz3sfL_aTIUUzPnSR5WiFsUAxRYsUCuMra6wNLUSMLMAX7w7Pev_qURHoQNvgJvK6Ofm3gZv7oFUl3f23DxqmqiyElYf7cUse409JUsOxTrkY_vsO0OmVAtD1QlwqW1sCGRXNuQOttK4h7pedu6yAHLQ-hKEg8Mub_BNFCH9yu4jJvHCfkiZJVw2ZiJMu0dIYPpwiUHIL8bgWPPZn1FdSED3RqPZUCw"
  static let shortModulus =
    "oVHbeNe6IQHyjE15Rb-u4Exk7_ZfYngsmI7gXClsYCnYlf2Ch7DfKrVLG7zTc79oGn5sQoN2WO-US_S3g9u_8hCBpgBDWUbpzVXLDpCj4_DLz_g87YXRHKrddYkZjqeM1Nvmcfpp9-B1-vnsBsjwnwSKJqtIwIXLJbiYZeRph8E"
}
