RETURN true AS answers
