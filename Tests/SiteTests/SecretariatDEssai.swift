import Actes
